import type { Answered } from "../../src/api/client";
import { asDetail, asked, sending } from "./whole-mail";
import { Running } from "./running";
import { newPlace, removePlaces } from "./storage/places";
import { setRunning } from "./storage/postgres";

let at: Running;
beforeAll(async () => {
  const { url, keyStoreUrl } = await newPlace("postgres", "stoppable");
  at = await Running.start({ DATABASE_URL: url, SEKISHO_KEY_STORE_URL: keyStoreUrl });
}, 120_000);
afterAll(async () => {
  await at.stop();
  removePlaces();
});

const codeOf = (answered: Answered<unknown>) => (answered.ok ? "ok" : answered.code);
const ready = async () => (await fetch(`${at.origins[0]}/api/ready`)).status;

test("PostgreSQL gone and back: 503 with one code meanwhile, then all as before, without a restart", async () => {
  const [sato, kato] = [await at.clientOf("sato"), await at.clientOf("kato")];
  const before = await asked(sato, sending());
  const decision = {
    decision: "approve" as const,
    digest: before.digest,
    ticks: before.ticks,
    comment: "",
    number: before.typedNumber ? before.others : null,
  };
  await setRunning(false);
  const meanwhile = [
    await kato.call("decide", { params: { id: before.id }, body: decision }),
    await sato.call("request", { params: { id: before.id } }),
    await sato.call("beginDraft", { body: sending({ item: "gone" }).mail }),
    await kato.call("requests", { query: { box: "to-decide" } }),
  ];
  expect(meanwhile.map(codeOf)).toEqual(meanwhile.map(() => "api/unavailable"));
  expect(meanwhile.map((each) => !each.ok && each.status)).toEqual(meanwhile.map(() => 503));
  expect(await ready()).toBe(503);

  await setRunning(true);
  const again = asDetail(await sato.call("request", { params: { id: before.id } }));
  expect(again).toMatchObject({ state: "requested", decisions: [] });
  const decided = await kato.call("decide", { params: { id: before.id }, body: decision });
  expect(asDetail(decided).state).toBe("approved");
  const later = await asked(sato, sending({ item: "later", subject: "later" }));
  expect(later.state).toBe("requested");
  expect(await ready()).toBe(200);
  expect(at.log.join("")).not.toContain("api/internal");
}, 120_000);
