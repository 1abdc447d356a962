import { MAYBE, NO, SURE, type Certainty, type NumberDetector } from "./detector";
import type { Reading } from "./hash";
import { maskAllBut } from "./mask";
import type { NumberRun } from "./number-run";

/** Numbers that payment services publish for tests; they belong to nobody. */
const TEST_NUMBERS: ReadonlySet<string> = new Set(
  (
    "4111111111111111 4012888888881881 4242424242424242 4000056655665556 4222222222222220 " +
    "4000000000000002 4000002500003155 4917610000000000 4462030000000000 4444333322221111 " +
    "5555555555554444 5105105105105100 5454545454545454 5200828282828210 5431111111111111 " +
    "2223003122003222 2223000048400011 6011111111111117 6011000990139424 6011000000000004 " +
    "378282246310005 371449635398431 378734493671000 374245455400126 340000000000009 " +
    "30569309025904 38520000023237 3056930009020004 36227206271667 36148900647913 " +
    "3530111333300000 3566002020360505 3566111111111113 6200000000000005 6240008631401148"
  ).split(" "),
);

/**
 * Credit cards: a number range of a brand (ISO/IEC 7812), the Luhn check digit, and a label or a
 * whole column beside them: one order number in ten passes Luhn by chance.
 */
export const creditCard: NumberDetector = {
  id: "credit-card",
  form: "number",
  labels: [
    "カード番号",
    "クレジット",
    "クレカ",
    "creditcard",
    "cardnumber",
    "cardno",
    "visa",
    "mastercard",
    "jcb",
    "amex",
  ],
  heeds: ["credit-card"],
  agreement: { values: 10, share: 1 },
  standsAlone: true,
  readNumber,
  mask: (text) => maskAllBut(text, 4),
  examples: {
    hit: ["カード番号:4539 1488 0343 6467", "VISA 4539148803436467", "JCB: 3569990010095841"],
    miss: ["4539148803436467", "カード番号:4539148803436468", "カード番号:4111111111111111"],
  },
};

function readNumber(number: NumberRun, labelled: boolean, reading: Reading): Certainty {
  if (number.plus || number.glued || number.count < 14 || number.count > 16) return NO;
  if (!isGroupedLikeCard(number) || !isIssued(number) || !passesLuhn(number)) return NO;
  if (TEST_NUMBERS.has(digitsOf(number))) return NO;
  number.hash(reading, 0, false);
  return labelled ? SURE : MAYBE;
}

function isGroupedLikeCard(number: NumberRun): boolean {
  if (number.groupCount === 1) return true;
  if (number.group(0) !== 4) return false;
  const inFours = number.groupCount === 4 && number.group(1) === 4 && number.group(2) === 4;
  return inFours || (number.groupCount === 3 && number.group(1) === 6);
}

/** Visa, Mastercard, JCB, American Express, Diners Club, Discover, UnionPay. */
function isIssued(number: NumberRun): boolean {
  const two = number.digit(0) * 10 + number.digit(1);
  const four = two * 100 + number.digit(2) * 10 + number.digit(3);
  if (number.count === 15) return two === 34 || two === 37;
  if (number.count === 14) return two === 36 || two === 38 || (four >= 3000 && four <= 3059);
  return (
    number.digit(0) === 4 ||
    (two >= 51 && two <= 55) ||
    (four >= 2221 && four <= 2720) ||
    (four >= 3528 && four <= 3589) ||
    four === 6011 ||
    two === 62 ||
    two === 65 ||
    (four >= 6440 && four <= 6499)
  );
}

function passesLuhn(number: NumberRun): boolean {
  let sum = 0;
  for (let i = 0; i < number.count; i++) {
    const doubled = number.digit(i) * ((number.count - i) % 2 === 0 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

function digitsOf(number: NumberRun): string {
  let text = "";
  for (let i = 0; i < number.count; i++) text += String(number.digit(i));
  return text;
}
