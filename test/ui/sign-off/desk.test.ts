import type { ApiFailure, Answered, ApiClient } from "../../../src/api/client";
import type { LiveOptions } from "../../../src/api/live";
import type { RequestDetail } from "../../../src/api/requests";
import { createDesk, type Desk } from "../../../src/ui/sign-off/desk";
import { mayRevoke } from "../../../src/ui/sign-off/desk-state";
import { accident, digestOf, idOf, NOW, request, summaryOf } from "./requests";

type Asked = { readonly name: string; readonly asked: Record<string, unknown> };

/** A desk over answers in memory; time and live events are turned by hand. */
class Bench {
  readonly asked: Asked[] = [];
  readonly requests = new Map<string, RequestDetail>();
  refuse: Partial<Record<string, ApiFailure>> = {};
  /** By request: how its decision is refused. */
  refuseOne: Partial<Record<string, ApiFailure>> = {};
  link = "https://content.example/one";
  window: { url: string; closed: boolean } | null = { url: "", closed: false };
  signIns: [boolean, string | null][] = [];
  signedIn = true;
  live: Pick<LiveOptions, "changed" | "opened" | "state"> | null = null;
  connections = 0;
  time = NOW;
  #timers: { at: number; run: () => void }[] = [];
  readonly desk: Desk;

  constructor(...requests: readonly RequestDetail[]) {
    for (const each of requests) this.requests.set(each.id, each);
    const api: ApiClient = {
      call: (name, asked) =>
        Promise.resolve(this.answer(name, asked as Record<string, unknown>)) as never,
    };
    this.desk = createDesk({
      api,
      signIn: (fresh, id) => {
        this.signIns.push([fresh, id]);
        return Promise.resolve(this.signedIn);
      },
      live: (listener) => {
        this.connections += 1;
        this.live = listener;
        return { close: () => (this.live = null) };
      },
      openWindow: () => {
        const { window } = this;
        return window && { go: (url) => (window.url = url), close: () => (window.closed = true) };
      },
      now: () => this.time,
      after: (milliseconds, run) => {
        const timer = { at: this.time + milliseconds, run };
        this.#timers.push(timer);
        return () => (this.#timers = this.#timers.filter((each) => each !== timer));
      },
    });
  }

  private answer(name: string, asked: Record<string, unknown>): Answered<unknown> {
    this.asked.push({ name, asked });
    const refused = this.refuse[name];
    if (refused !== undefined) return refused;
    const ok = (value: unknown): Answered<unknown> => ({ ok: true, value });
    const all = [...this.requests.values()];
    const { params, query, body } = asked as {
      params?: { id: string };
      query?: { box?: string; reveal?: boolean };
      body?: { decision: string };
    };
    if (name === "requests")
      return ok({
        requests: all
          .filter(({ state }) => (query?.box === "to-decide") === (state === "requested"))
          .map(summaryOf),
        next: null,
      });
    const detail = this.requests.get(params?.id ?? "");
    if (detail === undefined) return failure("api/not-found", 404);
    if (name === "request") return ok(detail);
    if (name === "requestText")
      return ok({ lines: [{ place: {}, text: query?.reveal ? "open" : "masked" }], next: null });
    if (name === "contentLink") return ok({ url: this.link, expiresAt: 0 });
    const one = this.refuseOne[params?.id ?? ""];
    if (name === "decide" && one !== undefined) return one;
    const decided = body?.decision === "reject" ? "rejected" : "approved";
    const state = name === "revoke" ? "revoked" : decided;
    const after = { ...detail, state, mayDecide: false } as RequestDetail;
    this.requests.set(detail.id, after);
    return ok(after);
  }

  get opened() {
    return this.desk.state().opened;
  }

  calls(name: string): Asked[] {
    return this.asked.filter((each) => each.name === name);
  }

  async pass(milliseconds: number): Promise<void> {
    this.time += milliseconds;
    const due = this.#timers.filter(({ at }) => at <= this.time);
    this.#timers = this.#timers.filter(({ at }) => at > this.time);
    due.forEach(({ run }) => run());
    await settled();
  }

  async open(id: string): Promise<void> {
    this.desk.start(id);
    await settled();
    await this.pass(1_000);
  }

  tickAll(): void {
    for (const tick of this.opened?.detail?.ticks ?? []) this.desk.tick(tick, true);
  }

  async decide(verb: "approve" | "reject"): Promise<void> {
    this.desk.decide(verb);
    await settled();
  }
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const failure = (code: ApiFailure["code"], status: number): ApiFailure => ({
  ok: false,
  code,
  status,
});

test("the lists are read, the worst comes first, the request of the link is opened", async () => {
  const bench = new Bench(request(1), accident(2));
  await bench.open(idOf(1));
  const { lists } = bench.desk.state();
  expect(lists["to-decide"].requests.map(({ id }) => id)).toEqual([idOf(2), idOf(1)]);
  expect(bench.opened).toMatchObject({ id: idOf(1), phase: "shown" });
  expect(bench.opened?.texts.body?.lines).toHaveLength(1);
});

describe("approving", () => {
  test("two presses: a tick, the button; then the next one opens by itself", async () => {
    const bench = new Bench(request(1), request(2));
    await bench.open(idOf(1));
    bench.tickAll();
    await bench.decide("approve");
    expect(bench.calls("decide")).toEqual([
      {
        name: "decide",
        asked: {
          params: { id: idOf(1) },
          body: {
            decision: "approve",
            digest: digestOf(1),
            ticks: request(1).ticks,
            comment: "",
            number: null,
          },
        },
      },
    ]);
    expect(bench.desk.state().done).toMatchObject({ kind: "approved", id: idOf(1) });
    expect(bench.opened?.id).toBe(idOf(2));
  });

  test("nothing is sent while a tick is missing", async () => {
    const bench = new Bench(accident(1));
    await bench.open(idOf(1));
    bench.tickAll();
    await bench.decide("approve");
    bench.desk.answer({ number: "2939" });
    await bench.decide("approve");
    expect(bench.calls("decide")).toEqual([]);
    bench.desk.answer({ number: "2,940" });
    await bench.decide("approve");
    expect(bench.calls("decide")).toHaveLength(1);
  });

  test("the second press of a double tap does not reach the next request", async () => {
    const bench = new Bench(request(1, { ticks: [] }), request(2, { ticks: [] }));
    await bench.open(idOf(1));
    await bench.decide("approve");
    expect(bench.opened?.id).toBe(idOf(2));
    await bench.decide("approve");
    expect(bench.calls("decide")).toHaveLength(1);
    await bench.pass(1_000);
    await bench.decide("approve");
    expect(bench.calls("decide")).toHaveLength(2);
  });

  test("two presses at once are one decision", async () => {
    const bench = new Bench(request(1));
    await bench.open(idOf(1));
    bench.tickAll();
    bench.desk.decide("approve");
    bench.desk.decide("approve");
    await settled();
    expect(bench.calls("decide")).toHaveLength(1);
  });

  test("the last one leaves an empty desk", async () => {
    const bench = new Bench(request(1));
    await bench.open(idOf(1));
    bench.tickAll();
    await bench.decide("approve");
    expect(bench.opened).toBeNull();
    expect(bench.desk.state().lists["to-decide"].requests).toEqual([]);
  });
});

describe("rejecting", () => {
  test("wants a comment first", async () => {
    const bench = new Bench(request(1));
    await bench.open(idOf(1));
    bench.desk.answer({ comment: "  " });
    await bench.decide("reject");
    expect(bench.calls("decide")).toEqual([]);
    expect(bench.opened?.isCommentMissing).toBe(true);
    bench.desk.answer({ comment: "宛先が違います" });
    expect(bench.opened?.isCommentMissing).toBe(false);
    await bench.decide("reject");
    expect(bench.calls("decide")[0]?.asked["body"]).toMatchObject({
      decision: "reject",
      ticks: [],
    });
    expect(bench.desk.state().done?.kind).toBe("rejected");
  });
});

describe("what the service refuses", () => {
  test("a conflict: what stands now is read, the request stays", async () => {
    const bench = new Bench(request(1), request(2));
    await bench.open(idOf(1));
    bench.tickAll();
    bench.refuse = { decide: failure("approval/state", 409) };
    const decisions = [
      { by: { id: "k", name: "小林" }, decision: "approve" as const, comment: "", at: 1 },
    ];
    bench.requests.set(idOf(1), request(1, { state: "approved", mayDecide: false, decisions }));
    await bench.decide("approve");
    await bench.pass(1_000);
    expect(bench.opened).toMatchObject({
      id: idOf(1),
      sending: null,
      refused: { code: "approval/state" },
      detail: { state: "approved" },
    });
  });

  test("a stale sign-in: asked for a fresh one, the ticks stay", async () => {
    const bench = new Bench(request(1));
    await bench.open(idOf(1));
    bench.tickAll();
    bench.refuse = { decide: failure("identity/stale", 401) };
    await bench.decide("approve");
    expect(bench.opened?.refused?.code).toBe("identity/stale");
    bench.desk.signIn();
    await settled();
    expect(bench.signIns).toEqual([[true, idOf(1)]]);
    expect(bench.opened).toMatchObject({ refused: null, answer: { ticks: request(1).ticks } });
    bench.refuse = {};
    await bench.decide("approve");
    expect(bench.desk.state().done?.kind).toBe("approved");
  });

  test("no network: nothing is lost", async () => {
    const bench = new Bench(request(1));
    await bench.open(idOf(1));
    bench.tickAll();
    bench.refuse = { decide: failure("network", 0) };
    await bench.decide("approve");
    expect(bench.opened).toMatchObject({ sending: null, answer: { ticks: request(1).ticks } });
  });

  test.each([
    ["identity/not-allowed", 403],
    ["api/not-found", 404],
  ] as const)("%s takes the content off the screen", async (code, status) => {
    const bench = new Bench(request(1));
    await bench.open(idOf(1));
    bench.refuse = { request: failure(code, status) };
    bench.desk.reload();
    await settled();
    expect(bench.opened).toMatchObject({ phase: "failed", detail: null, texts: {} });
  });

  test("an outage leaves it there", async () => {
    const bench = new Bench(request(1));
    await bench.open(idOf(1));
    bench.refuse = { request: failure("network", 0) };
    bench.desk.reload();
    await settled();
    expect(bench.opened?.detail?.id).toBe(idOf(1));
  });

  test("a foreign id shows nothing", async () => {
    const bench = new Bench(request(1));
    await bench.open(idOf(77));
    expect(bench.opened).toMatchObject({
      phase: "failed",
      failure: { code: "api/not-found" },
      detail: null,
    });
  });
});

describe("several together", () => {
  const ordinary = (number: number, more: Partial<RequestDetail> = {}) =>
    request(number, { together: "price-list", ...more });

  async function begun(...requests: readonly RequestDetail[]): Promise<Bench> {
    const bench = new Bench(...requests);
    await bench.open(requests[0]?.id ?? "");
    bench.desk.together.begin();
    await settled();
    await bench.pass(1_000);
    return bench;
  }

  const batchOf = (bench: Bench) => bench.desk.state().batch;

  function tickAll(bench: Bench): void {
    for (const { id, detail } of batchOf(bench)?.entries ?? [])
      for (const tick of detail?.ticks ?? []) bench.desk.together.tick(id, tick, true);
  }

  async function decide(bench: Bench, verb: "approve" | "reject"): Promise<void> {
    bench.desk.together.decide(verb);
    for (let turn = 0; turn < 5; turn++) await settled();
  }

  test("one press, one decision each: its own digest, its own ticks", async () => {
    const other = ordinary(2, {
      recipients: request(3).recipients.map((each) => ({ ...each, domain: "other.example" })),
      ticks: ["other.example"],
    });
    const bench = await begun(ordinary(1), other, request(3));
    expect(batchOf(bench)?.entries.map(({ id }) => id)).toEqual([idOf(1), idOf(2)]);
    tickAll(bench);
    await decide(bench, "approve");
    expect(bench.calls("decide").map(({ asked }) => asked)).toMatchObject([
      {
        params: { id: idOf(1) },
        body: { digest: digestOf(1), ticks: ["customer.example"] },
      },
      {
        params: { id: idOf(2) },
        body: { digest: digestOf(2), ticks: ["other.example"] },
      },
    ]);
    expect(batchOf(bench)).toMatchObject({ isDone: true, sending: null });
    bench.desk.together.end();
    await settled();
    expect(batchOf(bench)).toBeNull();
    expect(bench.opened?.id).toBe(idOf(3));
  });

  test("one that is refused hides no other answer, and stays in the list", async () => {
    const bench = await begun(ordinary(1), ordinary(2), ordinary(3));
    expect(batchOf(bench)?.entries.map(({ id }) => id)).toEqual([idOf(1), idOf(3), idOf(2)]);
    bench.refuseOne = { [idOf(3)]: failure("approval/state", 409) };
    tickAll(bench);
    await decide(bench, "approve");
    expect(bench.calls("decide")).toHaveLength(3);
    expect(batchOf(bench)?.entries.map(({ answer }) => answer)).toEqual([
      { state: "done", kind: "approved" },
      { state: "refused", failure: failure("approval/state", 409) },
      { state: "done", kind: "approved" },
    ]);
    const left = bench.desk.state().lists["to-decide"].requests.map(({ id }) => id);
    expect(left).toEqual([idOf(3)]);
  });

  test("nothing is sent while one tick of one of them is missing", async () => {
    const bench = await begun(ordinary(1), ordinary(2));
    tickAll(bench);
    bench.desk.together.tick(idOf(2), "customer.example", false);
    await decide(bench, "approve");
    expect(bench.calls("decide")).toEqual([]);
    bench.desk.together.leaveOut(idOf(2), true);
    await decide(bench, "approve");
    expect(bench.calls("decide").map(({ asked }) => asked["params"])).toEqual([{ id: idOf(1) }]);
  });

  test("one that is another by now is left for itself", async () => {
    const bench = new Bench(ordinary(1), ordinary(2), ordinary(3));
    await bench.open(idOf(1));
    bench.requests.set(idOf(2), ordinary(2, { unusual: ["could-not-look"] }));
    bench.requests.set(idOf(3), ordinary(3, { together: "another" }));
    bench.desk.together.begin();
    await settled();
    await bench.pass(1_000);
    expect(batchOf(bench)?.entries.map(({ phase }) => phase)).toEqual(["shown", "alone", "alone"]);
    tickAll(bench);
    await decide(bench, "approve");
    expect(bench.calls("decide")).toHaveLength(1);
  });

  test("rejecting wants one comment, which goes to all", async () => {
    const bench = await begun(ordinary(1), ordinary(2));
    await decide(bench, "reject");
    expect(bench.calls("decide")).toEqual([]);
    expect(batchOf(bench)?.isCommentMissing).toBe(true);
    bench.desk.together.comment("古い価格表です");
    await decide(bench, "reject");
    expect(bench.calls("decide").map(({ asked }) => asked["body"])).toMatchObject([
      { decision: "reject", comment: "古い価格表です", ticks: [] },
      { decision: "reject", comment: "古い価格表です", ticks: [] },
    ]);
  });

  test("two presses at once, and one in the first moment, decide nothing twice", async () => {
    const bench = new Bench(ordinary(1, { ticks: [] }), ordinary(2, { ticks: [] }));
    await bench.open(idOf(1));
    bench.desk.together.begin();
    await settled();
    await decide(bench, "approve");
    expect(bench.calls("decide")).toEqual([]);
    await bench.pass(1_000);
    bench.desk.together.decide("approve");
    await decide(bench, "approve");
    expect(bench.calls("decide")).toHaveLength(2);
  });

  test("another card, before anything is sent, ends it", async () => {
    const bench = await begun(ordinary(1), ordinary(2), request(3));
    bench.desk.open(idOf(3));
    await settled();
    expect([batchOf(bench), bench.opened?.id]).toEqual([null, idOf(3)]);
    bench.desk.open(idOf(1));
    await settled();
    bench.desk.together.begin();
    await settled();
    bench.desk.together.end();
    expect([batchOf(bench), bench.opened?.id]).toEqual([null, idOf(1)]);
  });

  test("one that has no others of its kind is not begun", async () => {
    const bench = await begun(ordinary(1), request(2), ordinary(3, { together: "another" }));
    expect(batchOf(bench)).toBeNull();
  });
});

describe("taking an approval back", () => {
  const approved = request(1, { state: "approved", mayDecide: false });

  test("says so, and stays on the screen as what it is now", async () => {
    const bench = new Bench(approved);
    await bench.open(idOf(1));
    expect(mayRevoke(bench.desk.state())).toBe(true);
    bench.desk.revoke(" 宛先が違いました ");
    await settled();
    expect(bench.calls("revoke").map(({ asked }) => asked)).toEqual([
      { params: { id: idOf(1) }, body: { comment: "宛先が違いました" } },
    ]);
    expect(bench.opened).toMatchObject({ sending: null, detail: { state: "revoked" } });
    expect(bench.desk.state().done?.kind).toBe("revoked");
  });

  test("sent meanwhile: what stands now is shown", async () => {
    const bench = new Bench(approved);
    await bench.open(idOf(1));
    bench.refuse = { revoke: failure("approval/state", 409) };
    bench.requests.set(idOf(1), { ...approved, state: "released" });
    bench.desk.revoke("");
    await settled();
    await bench.pass(1_000);
    expect(bench.opened).toMatchObject({
      sending: null,
      refused: { code: "approval/state" },
      detail: { state: "released" },
    });
  });

  test.each(["requested", "released", "rejected", "revoked"] as const)(
    "%s is not revoked",
    async (state) => {
      const bench = new Bench({ ...approved, state });
      await bench.open(idOf(1));
      bench.desk.revoke("");
      await settled();
      expect(bench.calls("revoke")).toEqual([]);
    },
  );

  test("what the service says of the right counts before what the lists say", async () => {
    const bench = new Bench({ ...approved, mayRevoke: false });
    await bench.open(idOf(1));
    expect(mayRevoke(bench.desk.state())).toBe(false);
  });
});

describe("live", () => {
  test("a new request appears; several events are read once", async () => {
    const bench = new Bench(request(1));
    await bench.open(idOf(1));
    const before = bench.calls("requests").length;
    bench.requests.set(idOf(2), request(2));
    for (let count = 0; count < 5; count++) bench.live?.changed(idOf(2));
    await bench.pass(1_000);
    expect(bench.calls("requests").length - before).toBe(2);
    expect(bench.desk.state().lists["to-decide"].requests).toHaveLength(2);
  });

  test("everything is read again after each connection", async () => {
    const bench = new Bench(request(1));
    await bench.open(idOf(1));
    const before = bench.asked.length;
    bench.live?.opened();
    await bench.pass(1_000);
    expect(bench.asked.slice(before).map(({ name }) => name)).toEqual([
      "requests",
      "requests",
      "request",
    ]);
  });

  test("ticks stay while the mail is the same, and go where it is another", async () => {
    const bench = new Bench(request(1));
    await bench.open(idOf(1));
    bench.tickAll();
    bench.live?.changed(idOf(1));
    await bench.pass(1_000);
    expect(bench.opened?.answer.ticks).toEqual(request(1).ticks);
    bench.requests.set(idOf(1), request(1, { digest: digestOf(99) }));
    bench.live?.changed(idOf(1));
    await bench.pass(1_000);
    expect(bench.opened?.answer.ticks).toEqual([]);
    expect(bench.opened?.texts.body?.phase).toBe("shown");
  });

  test("after stopping nothing is asked", async () => {
    const bench = new Bench(request(1));
    await bench.open(idOf(1));
    bench.desk.stop();
    const before = bench.asked.length;
    await bench.pass(100_000);
    expect([bench.asked.length, bench.live]).toEqual([before, null]);
  });
});

describe("content", () => {
  test("masked until asked for; the reveal is asked of the service", async () => {
    const bench = new Bench(request(1));
    await bench.open(idOf(1));
    expect(bench.opened?.texts.body).toMatchObject({ revealed: false });
    bench.desk.text("body", { reveal: true, more: false });
    await settled();
    expect(bench.opened?.texts.body).toMatchObject({ revealed: true, lines: [{ text: "open" }] });
    expect(bench.calls("requestText").at(-1)?.asked["query"]).toEqual({
      part: "body",
      reveal: true,
    });
  });

  test("a file opens in a window of its own", async () => {
    const bench = new Bench(request(1));
    await bench.open(idOf(1));
    bench.desk.file(0);
    await settled();
    expect(bench.window).toEqual({ url: "https://content.example/one", closed: false });
  });

  test("where no window may open, there is a link", async () => {
    const bench = new Bench(request(1));
    bench.window = null;
    await bench.open(idOf(1));
    bench.desk.file(0);
    await settled();
    expect(bench.opened?.links[0]).toMatchObject({ phase: "ready", url: bench.link });
  });

  test.each(["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "not an address"])(
    "%s is never opened",
    async (link) => {
      const bench = new Bench(request(1));
      bench.link = link;
      await bench.open(idOf(1));
      bench.desk.file(0);
      await settled();
      expect(bench.window).toEqual({ url: "", closed: true });
      expect(bench.opened?.links[0]).toMatchObject({ phase: "failed", url: null });
    },
  );
});
