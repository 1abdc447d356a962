import fc from "fast-check";
import { gunzipSync, gzipSync } from "node:zlib";
import { compoundFile } from "./fixtures/compound-file";
import { madeFile } from "./fixtures/files";
import { bytesOf, read } from "./reading";

const wide = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "utf16le"));
const mail = compoundFile({
  "__properties_version1.0": new Uint8Array(32),
  "__substg1.0_0037001F": wide("件名"),
  "__substg1.0_1000001F": wide("本文090-1234-5678"),
  "__attach_version1.0_#00000000": {
    "__properties_version1.0": new Uint8Array(8),
    "__substg1.0_3707001F": wide("a.txt"),
    "__substg1.0_37010102": bytesOf("佐藤"),
  },
});

/** Files of other programs, and such small ones of ours, whose every byte has a meaning. */
const FILES: Readonly<Record<string, Uint8Array>> = {
  ...Object.fromEntries(
    ["paper.doc", "paper.rtf", "paper.odt", "book.xls", "book-97.xls", "book.xlsb", "book.ods", "slides.ppt.gz", "slides.pptx", "slides.odp"].map((name) => [name, madeFile(name)]), // prettier-ignore
  ),
  "a.msg": mail,
  "a.gz": new Uint8Array(gzipSync("山田太郎\n".repeat(20))),
  "a.vcf": bytesOf("BEGIN:VCARD\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E5=B1=B1\nTEL:090\nEND:VCARD\n"), // prettier-ignore
  "a.mbox": bytesOf("From a\nFrom: <a@x.jp>\nTo: <b@x.jp>\nMIME-Version: 1.0\n\n山田\n\nFrom b\nFrom: <a@x.jp>\nTo: <b@x.jp>\n\n佐藤\n"), // prettier-ignore
};
const names = Object.keys(FILES);
const fileOf = (name: string): Uint8Array => FILES[name] ?? new Uint8Array(0);

/** How often each; `npm run fuzz` sets it higher. */
const RUNS = Number(process.env["FUZZ_RUNS"] ?? 60);
const LIMITS = { unpackedBytes: 40_000_000, textUnits: 2_000_000 };

/** Whatever comes in: text or a reason, within the limits; never an exception, never silence. */
function expectAnAnswer(bytes: Uint8Array, name: string): void {
  const { cells, refusals } = read(bytes, name, LIMITS);
  expect(cells.length + refusals.length).toBeGreaterThan(0);
}

test("the files are read as they are", () => {
  for (const name of names) expect(read(fileOf(name), name).cells.length).toBeGreaterThan(0);
  expect(gunzipSync(fileOf("a.gz")).length).toBeGreaterThan(0);
});

describe.each(names)("%s", (name) => {
  const whole = fileOf(name);

  test("some bytes changed", () => {
    const change = fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), (changes) => {
        const bytes = whole.slice();
        for (const [at, byte] of changes) bytes[at] = byte;
        expectAnAnswer(bytes, name);
      }),
      { numRuns: RUNS },
    );
  });

  test("cut off", () => {
    fc.assert(
      fc.property(fc.integer({ min: 8, max: whole.length - 1 }), (length) => {
        expectAnAnswer(whole.slice(0, length), name);
      }),
      { numRuns: RUNS },
    );
  });

  test("pieces changed over", () => {
    const piece = fc.nat(Math.max(0, Math.floor(whole.length / 64) - 1));
    fc.assert(
      fc.property(piece, piece, (one, other) => {
        const bytes = whole.slice();
        bytes.set(whole.subarray(64 * one, 64 * one + 64), 64 * other);
        bytes.set(whole.subarray(64 * other, 64 * other + 64), 64 * one);
        expectAnAnswer(bytes, name);
      }),
      { numRuns: RUNS },
    );
  });
});
