import { composeNotice, type NoticeFacts } from "../../../src/service/notices/compose";
import type { NoticeMail, NoticeSender } from "../../../src/service/notices/mail";
import { outboxOf } from "../../../src/service/notices/outbox";
import { backOff, NoticeWorker, type Outbox } from "../../../src/service/notices/worker";
import { createLogger } from "../../../src/service/http/log";
import { enqueue, type Notice } from "../../../src/service/storage/outbox";
import { NOW, opened, TENANT, type Opened } from "../storage/opened";

const ORIGIN = "https://sekisho.sakura-motors.example";
const idOf = (index: number): string => `${"A".repeat(18)}${String(index).padStart(4, "0")}`;

let at: Opened;
let lines: string[];
beforeEach(async () => {
  at = await opened("sqlite");
  lines = [];
});
afterEach(() => at.storage.close());

const outbox = (): Outbox => outboxOf(at.storage.database.kysely);

const enqueueAll = (count: number, due = NOW) =>
  at.storage.change(TENANT, async (work) => {
    for (let i = 0; i < count; i++) await enqueue(work, "asked", idOf(i), "managers", due);
  });

const factsOf = (notice: Notice): Promise<NoticeFacts> =>
  Promise.resolve({
    id: notice.id,
    request: notice.request,
    word: "asked",
    to: ["ishikawa@sakura-motors.example"],
    sender: "MARK 佐々木",
    others: 1,
    outside: 1,
    files: 1,
  });

class Post implements NoticeSender {
  readonly sent: NoticeMail[] = [];
  fails: (mail: NoticeMail) => boolean = () => false;
  isClosed = false;
  send(mail: NoticeMail): Promise<void> {
    if (this.fails(mail)) return Promise.reject(new Error(`MARK ${mail.to.join()}`));
    this.sent.push(mail);
    return Promise.resolve();
  }
  close(): void {
    this.isClosed = true;
  }
}

const worker = (
  post: NoticeSender,
  over: Partial<ConstructorParameters<typeof NoticeWorker>[0]> = {},
) =>
  new NoticeWorker({
    outbox: outbox(),
    facts: factsOf,
    sender: post,
    origin: ORIGIN,
    metrics: { notice: () => undefined },
    logger: createLogger("info", { write: (line: string) => lines.push(line) }),
    clock: () => at.clock.now,
    ...over,
  });

const requestsOf = ({ sent }: Post): string[] =>
  sent.map(({ headers }) => headers["x-sekisho-request"] ?? "").sort();

test("what is due goes out, once", async () => {
  await enqueueAll(3);
  await enqueueAll(0, NOW + 1000);
  const post = new Post();
  expect(await worker(post).runOnce()).toBe(3);
  expect(await worker(post).runOnce()).toBe(0);
  expect(requestsOf(post)).toEqual([0, 1, 2].map(idOf));
});

test("what is not due yet waits", async () => {
  await enqueueAll(1, NOW + 1000);
  const post = new Post();
  expect(await worker(post).runOnce()).toBe(0);
  at.clock.now = NOW + 1000;
  expect(await worker(post).runOnce()).toBe(1);
});

test("several replicas send each notice once", async () => {
  await enqueueAll(20);
  const posts = Array.from({ length: 4 }, () => new Post());
  await Promise.all(posts.map((post) => worker(post).runOnce()));
  expect(posts.flatMap(requestsOf).sort()).toEqual(Array.from({ length: 20 }, (_, i) => idOf(i)));
});

test("a mail server that is gone for an hour: all go out once afterwards", async () => {
  await enqueueAll(5);
  const post = new Post();
  post.fails = () => true;
  const one = worker(post);
  for (let minute = 0; minute < 60; minute++) {
    await one.runOnce();
    at.clock.now += 60_000;
  }
  expect(post.sent).toEqual([]);
  post.fails = () => false;
  for (let minute = 0; minute < 61; minute++) {
    await one.runOnce();
    at.clock.now += 60_000;
  }
  expect(requestsOf(post)).toEqual([0, 1, 2, 3, 4].map(idOf));
});

test("one that fails holds up no other", async () => {
  await enqueueAll(3);
  const post = new Post();
  post.fails = ({ headers }) => headers["x-sekisho-request"] === idOf(1);
  expect(await worker(post).runOnce()).toBe(2);
});

test("tries come less and less often, at least hourly", () => {
  const minutes = [0, 1, 2, 3, 4, 5, 6, 7, 100].map((tries) => backOff(tries) / 60_000);
  expect(minutes).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
});

test("a crash after the mail was handed over repeats that mail alone, as the same message", async () => {
  await enqueueAll(3);
  const post = new Post();
  const crashing: Outbox = {
    ...outbox(),
    markSent: () => Promise.reject(new Error("killed")),
  };
  const dying = worker(post, { outbox: { ...crashing, due: (now) => outbox().due(now, 1) } });
  await dying.runOnce();
  expect(post.sent).toHaveLength(1);
  const next = worker(post);
  await next.runOnce();
  expect(post.sent).toHaveLength(3);
  at.clock.now += 5 * 60_000;
  await next.runOnce();
  await next.runOnce();
  expect(post.sent).toHaveLength(4);
  const ids = post.sent.map(({ messageId }) => messageId);
  expect(new Set(ids).size).toBe(3);
});

test("a notice that has lost its point, or nobody to tell, is done", async () => {
  await enqueueAll(2);
  const post = new Post();
  const none = worker(post, {
    facts: async (notice) =>
      notice.request === idOf(0) ? null : { ...(await factsOf(notice)), to: [] },
  });
  expect(await none.runOnce()).toBe(0);
  at.clock.now += 60 * 60_000;
  expect(await worker(post).runOnce()).toBe(0);
});

test("facts that cannot be read are tried again", async () => {
  await enqueueAll(1);
  const post = new Post();
  await worker(post, { facts: () => Promise.reject(new Error("seal")) }).runOnce();
  at.clock.now += 60_000;
  expect(await worker(post).runOnce()).toBe(1);
});

test("the log says that and why a try failed, never whom it was for", async () => {
  await enqueueAll(1);
  const post = new Post();
  post.fails = () => true;
  await worker(post).runOnce();
  expect(lines.join()).toContain("notice not sent");
  expect(lines.join()).not.toMatch(/MARK|@|A{18}/);
});

test("stopping waits for the mail on its way and takes no other", async () => {
  await enqueueAll(5);
  const post = new Post();
  const slow: NoticeSender = {
    send: async (mail) => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      await post.send(mail);
    },
    close: () => post.close(),
  };
  const running = worker(slow);
  running.start();
  await new Promise((resolve) => setTimeout(resolve, 30));
  await running.stop();
  expect(post.sent).toHaveLength(1);
  expect(post.isClosed).toBe(true);
  expect(await worker(post).runOnce()).toBe(4);
});

test("what is composed is what is handed over", async () => {
  await enqueueAll(1);
  const post = new Post();
  await worker(post).runOnce();
  const [sent] = post.sent;
  const id = /^<(.{22})@/.exec(sent!.messageId)?.[1] ?? "";
  const facts = { ...(await factsOf({ id, request: idOf(0) } as Notice)) };
  expect(sent).toEqual(composeNotice(facts, ORIGIN));
});
