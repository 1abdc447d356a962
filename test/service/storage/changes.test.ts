import { setTimeout as sleep } from "node:timers/promises";
import type { Change } from "../../../src/service/storage/changes";
import { saveRequest } from "../../../src/service/storage/requests";
import { openedAt, opened, request, TENANT } from "./opened";
import { removePlaces } from "./places";
import { onPostgres } from "./postgres";

afterAll(removePlaces);

const until = async (holds: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 200 && !holds(); tries++) await sleep(50);
  expect(holds()).toBe(true);
};

test("replicas hear of each other's changes, and that they missed some after a cut", async () => {
  const one = await opened("postgres");
  const other = await openedAt(one.place);
  const heard: Change[] = [];
  other.storage.changes.subscribe((change) => heard.push(change));
  const save = (id: string) =>
    one.storage.change(TENANT, (work) =>
      saveRequest(work, request(id), { kind: "request-asked", actor: "sato" }),
    );
  const listeners = "select pid from pg_stat_activity where query like 'listen %'";
  const cut = () =>
    onPostgres(one.place.url, (client) =>
      client.query(`select pg_terminate_backend(pid) from (${listeners}) as each`),
    );
  // LISTEN begins by itself, a moment after the storage is open.
  await sleep(500);
  await save("a");
  await until(() => heard.some((each) => each.kind === "request" && each.id === "a"));
  await cut();
  await until(() => heard.some(({ kind }) => kind === "missed"));
  await save("b");
  await until(() => heard.some((each) => each.kind === "request" && each.id === "b"));
  await one.storage.close();
  await other.storage.close();
});
