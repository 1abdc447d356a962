import { spawn } from "node:child_process";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { auditAll, isWhole } from "../../../src/service/storage/audit";
import { findRequest } from "../../../src/service/storage/requests";
import { replaceDirectory } from "../../../src/service/desk/publishing";
import { TENANT } from "../storage/opened";
import { DATABASES, newPlace, removePlaces, type Place } from "../storage/places";
import { companyAt, DIRECTORY, type Company } from "./company";
import { recordOf } from "./road";

/** `npm run torture` asks for 1,000. */
const KILLS = Number(process.env.SEKISHO_KILLS ?? 50);
const LANES = 4;
/** The program has decided so many times before it is killed, and goes on for so long. */
const MOST_DECISIONS = 4;
const LONGEST_REST_MS = 25;

afterAll(removePlaces);

interface Told {
  readonly approved: Set<string>;
  readonly released: Set<string>;
}

/** Runs the program once and kills it at a moment that nobody chose. */
async function runAndKill(place: Place, lane: string, told: Told): Promise<void> {
  const register = path.join(__dirname, "../register.cjs");
  const program = path.join(__dirname, "deciding-program.ts");
  const child = spawn(
    process.execPath,
    ["-r", register, program, place.url, place.keyStoreUrl, lane],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  let said = "";
  const decisions = Math.floor(Math.random() * MOST_DECISIONS);
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const ready = new Promise<void>((resolve) =>
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      if (said.split("approved").length > decisions && said.includes("ready")) resolve();
    }),
  );
  const early = await Promise.race([ready, exited.then((status) => `ended with ${status}`)]);
  if (typeof early === "string") throw new Error(early);
  await sleep(Math.random() * LONGEST_REST_MS);
  child.kill("SIGKILL");
  await exited;
  for (const line of said.split("\n").slice(0, -1)) {
    const [what, id] = line.split(" ");
    if (id !== undefined && what === "approved") told.approved.add(id);
    if (id !== undefined && what === "released") told.released.add(id);
  }
}

async function check(at: Company, told: Told): Promise<void> {
  const entries = await recordOf(at);
  const of = (kind: string) =>
    entries
      .filter((entry) => entry.kind === kind)
      .map(({ data }) => (data as { request: string }).request);
  const decided = new Set(of("request-decided"));
  const issued = new Set(of("ticket-issued"));
  const released = of("released");
  for (const id of told.approved) {
    const request = await at.storage.read(TENANT, (reading) => findRequest(reading, id));
    expect(request).toMatchObject({ decisions: [{ by: "kato", decision: "approve" }] });
    expect(request?.ticket).not.toBeNull();
  }
  expect([...told.approved].filter((id) => !decided.has(id) || !issued.has(id))).toEqual([]);
  expect([...told.released].filter((id) => !released.includes(id))).toEqual([]);
  expect(released).toHaveLength(new Set(released).size);
  const rows = await at.storage.database.kysely.selectFrom("requests").selectAll().execute();
  const approved = rows.filter(({ content }) => content.includes('"decision":"approve"'));
  expect(approved.filter(({ id }) => !decided.has(id))).toEqual([]);
  expect((await auditAll(at.storage, [])).every(isWhole)).toBe(true);
}

test.each(DATABASES)(
  `%s, killed ${KILLS} times: no decision lost, none without its entry, none spent twice`,
  async (name) => {
    const place = await newPlace(name, "durable");
    const at = await companyAt(place);
    await at.storage.change(TENANT, (work) => replaceDirectory(work, DIRECTORY as never, ""));
    const told: Told = { approved: new Set(), released: new Set() };
    let left = KILLS;
    const lane = async (index: number): Promise<void> => {
      while (left-- > 0) await runAndKill(place, `lane-${index}`, told);
    };
    await Promise.all(Array.from({ length: LANES }, (_, index) => lane(index)));
    await check(at, told).finally(() => at.storage.close());
    expect(told.approved.size).toBeGreaterThan(KILLS / 5);
    if (process.env.SEKISHO_KILLS !== undefined)
      process.stdout.write(
        `${name}: ${KILLS} kills, ${told.approved.size} approvals and ${told.released.size} ` +
          "releases acknowledged, 0 lost, 0 without an entry, 0 spent twice\n",
      );
  },
  KILLS * 5_000 + 60_000,
);
