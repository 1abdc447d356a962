import { performance } from "node:perf_hooks";
import path from "node:path";
import { BATCH_LIMITS } from "../../../src/core/limits";
import { strictPolicy } from "../../../src/policy/default";
import { openJudgeThread } from "../../../src/service/desk/judging";
import { messageOf } from "../../../src/service/desk/mail";
import { TENANT } from "../storage/opened";
import { sending } from "./company";

const WORKER = path.join(__dirname, "../../../src/entry/judge-worker.ts");
const REGISTER = path.join(__dirname, "../register.cjs");
const open = (file = WORKER) => openJudgeThread(file, { execArgv: ["-r", REGISTER] });

const caseOf = (count: number) => {
  const { mail, files } = sending({}, count);
  return {
    message: messageOf(mail, files),
    history: mail.history,
    role: "staff" as const,
    policy: strictPolicy,
    insideDomains: ["sekisho-motors.example"],
    tenant: TENANT,
    limits: BATCH_LIMITS,
    clock: Date.now,
  };
};

test("a list of 20,000 is judged in a thread, and no other call waits for it", async () => {
  const thread = open();
  await thread.judge(caseOf(1));
  const input = caseOf(20_000);
  const before = performance.eventLoopUtilization();
  const { judgement, persons } = await thread.judge(input);
  const { utilization } = performance.eventLoopUtilization(before);
  expect(judgement.report.others).toBeGreaterThan(19_000);
  expect(persons).toHaveLength(judgement.report.others);
  // Judged here, it would be close to 1, on a slow machine as on a fast one.
  expect(utilization).toBeLessThan(0.3);
  await thread.close();
});

test("several at once, each its own answer", async () => {
  const thread = open();
  const all = await Promise.all([1, 5, 9].map((count) => thread.judge(caseOf(count))));
  expect(all.map(({ judgement }) => judgement.report.others)).toEqual([1, 5, 9]);
  await thread.close();
});

test("a thread that dies ends its calls, and the next call has a new one", async () => {
  const thread = open(path.join(__dirname, "dying-worker.ts"));
  await expect(thread.judge(caseOf(1))).rejects.toMatchObject({ code: "api/unavailable" });
  await expect(thread.judge(caseOf(1))).rejects.toMatchObject({ code: "api/unavailable" });
  await thread.close();
});

test("a preview of a long list is read in the thread, from the line that is asked for", async () => {
  const thread = open();
  const { mail, files } = sending({}, 20_000);
  const name = mail.attachments[0]?.name ?? "";
  const source = { type: "file" as const, name, bytes: files[0] ?? new Uint8Array() };
  await thread.readText({ source, from: 0, most: 1, reveal: false });
  const before = performance.eventLoopUtilization();
  const lines = await thread.readText({ source, from: 19_990, most: 201, reveal: true });
  const { utilization } = performance.eventLoopUtilization(before);
  expect(lines).toHaveLength(11);
  expect(lines[0]).toMatchObject({ place: { row: 19_991 } });
  expect(utilization).toBeLessThan(0.3);
  await thread.close();
});
