import type { ApiClient, Answered } from "../../src/api/client";
import type { RequestDetail } from "../../src/api/requests";
import { createOpenList } from "../../src/pane/sign-off/open-list";
import { requestDetail } from "./sign-off-fixtures";

const DAY = 86_400_000;
const NOW = 100 * DAY;
const PAGE = 2;

const idOf = (number: number): string => String(number).padStart(22, "0");

const own = (number: number, more: Partial<RequestDetail> = {}): RequestDetail =>
  requestDetail({
    id: idOf(number),
    subject: `件名${number}`,
    askedAt: NOW - number * 60_000,
    expiresAt: NOW + number * 60_000,
    ...more,
  });

/** The newest first, two a page. */
function listOver(...requests: readonly RequestDetail[]) {
  const calls: string[] = [];
  const refused: Record<string, boolean> = {};
  const answer = (name: string, asked: unknown): Answered<unknown> => {
    const { params, query } = asked as { params?: { id: string }; query?: { after?: string } };
    calls.push(`${name} ${params?.id ?? query?.after ?? ""}`.trim());
    if (refused[name]) return { ok: false, code: "network", status: 0 };
    if (name === "request")
      return { ok: true, value: requests.find(({ id }) => id === params?.id) };
    const start = requests.findIndex(({ id }) => id === query?.after) + 1;
    const page = requests.slice(start, start + PAGE);
    const next = requests.length > start + PAGE ? (page[page.length - 1]?.id ?? null) : null;
    return { ok: true, value: { requests: page, next } };
  };
  const api: ApiClient = {
    call: (name, asked) => Promise.resolve(answer(name, asked)) as never,
  };
  return { read: createOpenList(api, () => NOW), calls, refused };
}

test("all that waits or may be sent, over all pages: what may be sent first, then what ends first", async () => {
  const { read } = listOver(
    own(1),
    own(2, { state: "released" }),
    own(3, { state: "approved" }),
    own(4, { state: "rejected" }),
    own(5, { expiresAt: NOW + 1 }),
  );
  const answered = await read();
  expect(answered.ok && answered.value.map(({ id, subject }) => [id, subject])).toEqual([
    [idOf(3), "件名3"],
    [idOf(5), "件名5"],
    [idOf(1), "件名1"],
  ]);
});

test("what is older than any open request is not asked for", async () => {
  const { read, calls } = listOver(
    own(1),
    own(2, { state: "released", askedAt: NOW - 32 * DAY }),
    own(3, { state: "released", askedAt: NOW - 33 * DAY }),
  );
  await read();
  expect(calls.filter((each) => each.startsWith("requests"))).toEqual(["requests"]);
});

test("a subject is asked once; without it, the request is there all the same", async () => {
  const { read, calls, refused } = listOver(own(1));
  refused["request"] = true;
  const first = await read();
  expect(first.ok && first.value).toMatchObject([{ id: idOf(1), subject: null }]);
  refused["request"] = false;
  await read();
  const last = await read();
  expect(last.ok && last.value).toMatchObject([{ subject: "件名1" }]);
  expect(calls.filter((each) => each.startsWith("request "))).toHaveLength(2);
});

test("a page that cannot be read is a failure, not a shorter list", async () => {
  const { read, refused } = listOver(own(1));
  refused["requests"] = true;
  expect(await read()).toMatchObject({ ok: false, code: "network" });
});
