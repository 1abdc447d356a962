import type { AnswerOf, QueryOf } from "../../api/routes";
import type { Directory, Unit } from "../../core/directory";
import { VERDICTS } from "../../core/verdict";
import { checked, type StoredRequest } from "../storage/requests";
import type { RequestRow } from "../storage/tables";
import type { Reading } from "../storage/work";
import type { Caller } from "./desk";
import { summaryOf } from "./detail";
import type { DeskParts } from "./parts";
import { hereOf, mayDecide, type Here } from "./people";
import { itemRefOf } from "./refs";

type Query = QueryOf<"requests">;

const PAGE = 50;
/** Further back, nobody looks in a list. */
const MOST_LISTED = 2000;

export function list(
  { storage }: DeskParts,
  caller: Caller,
  query: Query,
): Promise<AnswerOf<"requests">> {
  return storage.read(caller.tenant, async (reading) => {
    const now = storage.clock();
    const here = await hereOf(reading, caller, now);
    const rows = await BOXES[query.box](reading, here, query, now);
    const start = rows.findIndex(({ id }) => id === query.after) + 1;
    const page = rows.slice(start, start + PAGE);
    const requests = [];
    for (const row of page) {
      const request = await checked(reading, row);
      requests.push(summaryOf(reading, request, here, now));
    }
    const next = rows.length > start + PAGE ? (page[page.length - 1]?.id ?? null) : null;
    return { requests, next };
  });
}

type Box = (reading: Reading, here: Here, query: Query, now: number) => Promise<RequestRow[]>;

const newestFirst = (reading: Reading) =>
  reading.trx
    .selectFrom("requests")
    .selectAll()
    .where("tenant_id", "=", reading.tenant)
    .orderBy("asked_at", "desc")
    .orderBy("id")
    .limit(MOST_LISTED);

const BOXES: Readonly<Record<Query["box"], Box>> = {
  mine: (reading, { person }, { item }) => {
    const own = newestFirst(reading).where("sender", "=", person.id);
    return (
      item === undefined ? own : own.where("item_ref", "=", itemRefOf(reading, item))
    ).execute();
  },

  "to-decide": async (reading, { directory, person }, _, now) => {
    const open = newestFirst(reading).where("state", "=", "requested").where("ends_at", ">", now);
    const units = unitsWithin(directory, person.id, person.privacyOfficer);
    const rows = await (units === null ? open : open.where("unit", "in", units)).execute();
    return rows
      .map((row) => ({ row, request: JSON.parse(row.content) as StoredRequest }))
      .filter(({ request }) => isWaitingFor(reading, directory, request, person.id, now))
      .sort((a, b) => byWeight(a.request, b.request))
      .map(({ row }) => row);
  },

  decided: (reading, { person }) =>
    newestFirst(reading)
      .where("state", "!=", "requested")
      .where("content", "like", `%"by":${JSON.stringify(person.id).replace(/[%_]/g, "_")}%`)
      .execute()
      .then((rows) => rows.filter(({ content }) => hasDecided(content, person.id))),
};

const hasDecided = (content: string, person: string): boolean =>
  (JSON.parse(content) as StoredRequest).decisions.some(({ by }) => by === person);

const isWaitingFor = (
  reading: Reading,
  directory: Directory,
  request: StoredRequest,
  person: string,
  now: number,
): boolean =>
  !request.decisions.some(({ by }) => by === person) &&
  mayDecide(reading, directory, request, person, now).state === "may-decide";

/** Units whose requests somebody could have to do with; null is any. */
function unitsWithin(directory: Directory, person: string, isOfficer: boolean): string[] | null {
  const managesAnything = directory.units.some(({ managers }) => managers.includes(person));
  if (managesAnything || isOfficer || directory.dutyPool.includes(person)) return null;
  const stands = ({ deputies }: Unit) => deputies.some((each) => each.person === person);
  const units = directory.units.filter(stands).map(({ id }) => id);
  return units.length > 0 ? units : [""];
}

/** Urgent ones, then the strictest, then those with most people, then who waits longest. */
const byWeight = (a: StoredRequest, b: StoredRequest): number =>
  Number(b.urgent) - Number(a.urgent) ||
  VERDICTS.indexOf(b.verdict) - VERDICTS.indexOf(a.verdict) ||
  b.others - a.others ||
  a.askedAt - b.askedAt;
