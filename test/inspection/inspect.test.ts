import { createHash } from "node:crypto";
import { drive } from "../../src/core/drive";
import { inspect } from "../../src/inspection/inspect";
import { FINDINGS_PER_PART } from "../../src/core/report";
import { HEADER, cells, csv, customers } from "./customers";
import { file, look, mail, OPTIONS } from "./mail";

const list = file("名簿.csv", csv([HEADER, ...customers(100).map(cells)]));

test("parts are subject, body and attachments, in this order", () => {
  const { parts } = look({ attachments: [list, file("b.txt", "x")] });
  expect(parts.map(({ source }) => source)).toEqual([
    { type: "subject" },
    { type: "body" },
    { type: "attachment", index: 0 },
    { type: "attachment", index: 1 },
  ]);
});

test("a mail without data is clean", () => {
  expect(look({ bodyHtml: "<p>お世話になっております。</p>" })).toMatchObject({
    status: "clean",
    persons: 0,
  });
});

test("an attachment that the client could not hand over is not clean", () => {
  const cloud = { ...list, content: { state: "refused", code: "attachment/cloud" } as const };
  const report = look({ attachments: [cloud] });
  expect(report.status).toBe("uninspectable");
  expect(report.parts[2]).toMatchObject({
    status: "uninspectable",
    refusals: [{ code: "attachment/cloud" }],
    sha256: "",
  });
});

test("something found outweighs something refused", () => {
  const cloud = { ...list, content: { state: "refused", code: "attachment/cloud" } as const };
  expect(look({ attachments: [list, cloud] }).status).toBe("found");
});

test("bytes that nothing recognises are not clean", () => {
  const odd = {
    ...list,
    content: { state: "read", bytes: Uint8Array.from([0, 1, 2, 255, 254, 0]) } as const,
  };
  expect(look({ attachments: [odd] }).parts[2]?.status).toBe("uninspectable");
});

test("inline attachments are looked into", () => {
  expect(look({ attachments: [{ ...list, inline: true }] }).persons).toBe(100);
});

test("hashes are those of the bytes", () => {
  const bytes = list.content.state === "read" ? list.content.bytes : new Uint8Array(0);
  const expected = createHash("sha256").update(bytes).digest("hex");
  expect(look({ attachments: [list] }).parts[2]).toMatchObject({
    sha256: expected,
    bytes: bytes.length,
  });
});

test("a limit that is reached is a refusal, in the body too", () => {
  const limits = { ...OPTIONS.limits, textUnits: 20 };
  const message = mail({ bodyHtml: `<p>${"あ".repeat(1000)}</p>`, attachments: [list] });
  const report = drive(inspect(message, { ...OPTIONS, limits }));
  expect(report.parts.map(({ refusals }) => refusals[0]?.code)).toEqual([
    undefined,
    "extract/too-large",
    "extract/too-large",
  ]);
});

test("time that is up is a refusal", () => {
  let now = 0;
  const options = { ...OPTIONS, clock: () => (now += 20_000) };
  expect(drive(inspect(mail({ attachments: [list] }), options)).parts[2]?.refusals[0]?.code).toBe(
    "extract/too-slow",
  );
});

test("progress never runs backwards and ends with everything", () => {
  const steps = Array.from(
    inspect(mail({ bodyHtml: "<p>x</p>", attachments: [list, list] }), OPTIONS),
  );
  const done = steps.map((step) => step.done);
  expect(done).toEqual([...done].sort((a, b) => a - b));
  expect(steps.pop()).toMatchObject({ done: steps[0]?.total, total: steps[0]?.total });
});

test("samples are few, masked, and say where", () => {
  const { findings } = look({ attachments: [list] }).parts[2] ?? { findings: [] };
  expect(findings.length).toBeGreaterThan(5);
  expect(findings.length).toBeLessThanOrEqual(FINDINGS_PER_PART);
  expect(findings[0]).toEqual({
    kind: "person-name",
    sample: "佐■■■",
    place: { steps: [{ type: "file", name: "名簿.csv" }], row: 2 },
  });
  const secrets = customers(100).flatMap(({ mobile, email, name }) => [mobile, email, name]);
  for (const { sample } of findings) expect(secrets).not.toContain(sample);
});
