import type { Detector } from "../../src/detectors/detector";
import { creditCard } from "../../src/detectors/credit-card";
import { MAYBE, NO, SURE, type Certainty } from "../../src/detectors/detector";
import { Reading } from "../../src/detectors/hash";
import { mobile } from "../../src/detectors/mobile";
import { myNumber } from "../../src/detectors/my-number";
import { NumberRun } from "../../src/detectors/number-run";
import { phone } from "../../src/detectors/phone";
import { postalCode } from "../../src/detectors/postal-code";
import { foldString } from "../../src/text/fold";

const unitsOf = (text: string): Uint16Array =>
  Uint16Array.from(Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)));

/** What a detector says to a whole cell; NO where the cell is more than one number. */
function read(detector: Detector, text: string, labelled: boolean): [Certainty, string] {
  if (detector.form !== "number") throw new Error("no detector of numbers");
  const units = unitsOf(foldString(text));
  const run = new NumberRun();
  run.parse(units, 0, 0, units.length, true);
  if (run.end !== units.length) return [NO, ""];
  const reading = new Reading();
  return [detector.readNumber(run, labelled, reading), `${reading.high} ${reading.low}`];
}

const plain = (detector: Detector, text: string): Certainty => read(detector, text, false)[0];
const labelled = (detector: Detector, text: string): Certainty => read(detector, text, true)[0];

describe("phone", () => {
  test.each<[string, Certainty, Certainty]>([
    ["03-1234-5678", SURE, SURE],
    ["０３－１２３４－５６７８", SURE, SURE],
    ["03ー1234ー5678", SURE, SURE],
    ["(03) 1234-5678", SURE, SURE],
    ["0466(12)3456", SURE, SURE],
    ["09912-1-2345", SURE, SURE],
    ["050-1234-5678", SURE, SURE],
    ["+81-3-1234-5678", SURE, SURE],
    ["+81 (0)3 1234 5678", SURE, SURE],
    ["03 1234 5678", MAYBE, SURE],
    ["0312345678", MAYBE, SURE],
    ["312345678", NO, SURE],
    ["03-1234-567", NO, NO],
    ["03-1234-56789", NO, NO],
    ["00-1234-5678", NO, NO],
    ["13-1234-5678", NO, NO],
    ["0120-123-456", NO, NO],
    ["0800-123-4567", NO, NO],
    ["0570-012-345", NO, NO],
    ["03-0000-0000", NO, NO],
    ["090-1234-5678", NO, NO],
    ["+1-202-555-0100", NO, NO],
    ["1234567890123456789012345", NO, NO],
  ])("%s: %i, behind a label %i", (text, alone, behindLabel) => {
    expect([plain(phone, text), labelled(phone, text)]).toEqual([alone, behindLabel]);
  });

  test("one number in four spellings has one hash", () => {
    const hashes = ["03-1234-5678", "0312345678", "312345678", "+81-3-1234-5678"].map(
      (text) => read(phone, text, true)[1],
    );
    expect(new Set(hashes).size).toBe(1);
  });
});

describe("mobile", () => {
  test.each<[string, Certainty, Certainty]>([
    ["090-1234-5678", SURE, SURE],
    ["060-1234-5678", SURE, SURE],
    ["070ー1234ー5678", SURE, SURE],
    ["080・1234・5678", SURE, SURE],
    ["+81 90-1234-5678", SURE, SURE],
    ["+819012345678", SURE, SURE],
    ["090 1234 5678", MAYBE, SURE],
    ["09012345678", MAYBE, SURE],
    ["9012345678", NO, SURE],
    ["050-1234-5678", NO, NO],
    ["090-1234-567", NO, NO],
    ["090-1234-56789", NO, NO],
    ["090-0000-0000", NO, NO],
    ["5012345678", NO, NO],
    ["1700000000", NO, NO],
  ])("%s: %i, behind a label %i", (text, alone, behindLabel) => {
    expect([plain(mobile, text), labelled(mobile, text)]).toEqual([alone, behindLabel]);
  });
});

describe("postal-code", () => {
  test.each<[string, Certainty, Certainty]>([
    ["100-0001", MAYBE, SURE],
    ["1000001", NO, SURE],
    ["600000", NO, SURE],
    ["000-0000", NO, NO],
    ["1000-001", NO, NO],
    ["100-00012", NO, NO],
    ["12345", NO, NO],
  ])("%s: %i, behind a label %i", (text, alone, behindLabel) => {
    expect([plain(postalCode, text), labelled(postalCode, text)]).toEqual([alone, behindLabel]);
  });
});

describe("my-number", () => {
  test.each<[string, Certainty, Certainty]>([
    ["123456789018", MAYBE, SURE],
    ["1234-5678-9018", MAYBE, SURE],
    ["6214 9832 0257", MAYBE, SURE],
    ["123456789019", NO, NO],
    ["12345678901", NO, NO],
    ["1234567890180", NO, NO],
    ["12-3456-789018", NO, NO],
    ["000000000000", NO, NO],
    ["202610160001", MAYBE, SURE],
  ])("%s: %i, behind a label %i", (text, alone, behindLabel) => {
    expect([plain(myNumber, text), labelled(myNumber, text)]).toEqual([alone, behindLabel]);
  });
});

describe("credit-card", () => {
  test.each<[string, Certainty, Certainty]>([
    ["4539148803436467", MAYBE, SURE],
    ["4539-1488-0343-6467", MAYBE, SURE],
    ["4539 1488 0343 6467", MAYBE, SURE],
    ["3569990010095841", MAYBE, SURE],
    ["4539148803436468", NO, NO],
    ["4111111111111111", NO, NO],
    ["378282246310005", NO, NO],
    ["1234567812345670", NO, NO],
    ["45391488-03436467", NO, NO],
    ["490154203237518", NO, NO],
  ])("%s: %i, behind a label %i", (text, alone, behindLabel) => {
    expect([plain(creditCard, text), labelled(creditCard, text)]).toEqual([alone, behindLabel]);
  });
});
