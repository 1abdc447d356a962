import { spawn } from "node:child_process";
import path from "node:path";
import { auditAll, isWhole } from "../../../src/service/storage/audit";
import { replaceDirectory } from "../../../src/service/desk/publishing";
import { TENANT } from "../storage/opened";
import { DATABASES, newPlace, removePlaces } from "../storage/places";
import { asked, companyAt, DIRECTORY, sending, type Company } from "./company";
import { noticesOf } from "./replica-notices";
import { release } from "./road";

afterAll(removePlaces);

/** Runs the other replica until it has said so much, then kills it; answers what it said. */
async function killed(at: Company, what: "send" | "hold", last: RegExp): Promise<string[]> {
  const { url, keyStoreUrl } = at.place;
  const register = path.join(__dirname, "../register.cjs");
  const program = path.join(__dirname, "replica-program.ts");
  const child = spawn(process.execPath, ["-r", register, program, url, keyStoreUrl, what], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = new Promise<string>((resolve) => child.once("exit", () => resolve("exited")));
  let said = "";
  const isReady = new Promise<string>((resolve) =>
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      if (last.test(said)) resolve("ready");
    }),
  );
  expect(await Promise.race([isReady, exited])).toBe("ready");
  child.kill("SIGKILL");
  await exited;
  return said.split("\n");
}

describe.each(DATABASES)("two replicas on %s, one killed", (name) => {
  let at: Company;
  beforeEach(async () => {
    at = await companyAt(await newPlace(name));
    await at.storage.change(TENANT, (work) => replaceDirectory(work, DIRECTORY as never, ""));
  });
  afterEach(() => at.storage.close());

  test("the other sees what was decided, releases it, and tells of it at most once more", async () => {
    const said = await killed(at, "send", /sent .*\n/);
    const [, id = "", digest = ""] =
      said.find((line) => line.startsWith("approved"))?.split(" ") ?? [];
    expect((await at.desk.detail(at.as("sato"), id)).state).toBe("approved");
    const sent = said.flatMap((line) => line.split("sent ")[1] ?? []);
    const notices = noticesOf(at, ({ messageId }) => {
      sent.push(messageId);
      return Promise.resolve();
    });
    expect(await notices.runOnce()).toBe(0);
    at.clock.now += 5 * 60_000;
    expect(await notices.runOnce()).toBe(1);
    expect(await notices.runOnce()).toBe(0);
    // The same message twice, which mail programmes show once.
    expect(sent).toHaveLength(2);
    expect(new Set(sent).size).toBe(1);
    expect(sent[0]).toContain("@");
    expect((await release(at, digest)).ticket).not.toBe("");
    expect((await auditAll(at.storage, [])).every(isWhole)).toBe(true);
  }, 60_000);

  test("in the midst of a change: the other goes on at once", async () => {
    await killed(at, "hold", /holding/);
    const shown = await asked(at, sending());
    expect(shown.state).toBe("requested");
    expect((await auditAll(at.storage, [])).every(isWhole)).toBe(true);
  }, 60_000);
});
