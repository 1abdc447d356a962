/** The few ASN.1 values (ITU-T X.690, DER) that a certificate is made of. */

const Tag = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  objectId: 0x06,
  utf8: 0x0c,
  time: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

function lengthOf(count: number): Buffer {
  if (count < 0x80) return Buffer.from([count]);
  const bytes = Buffer.from(count.toString(16).padStart(count > 0xff ? 4 : 2, "0"), "hex");
  return Buffer.concat([Buffer.from([0x80 | bytes.length]), bytes]);
}

/** `tag` is the whole identifier byte. */
export const tagged = (tag: number, ...contents: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(contents);
  return Buffer.concat([Buffer.from([tag]), lengthOf(body.length), body]);
};

export const sequence = (...items: readonly Buffer[]): Buffer => tagged(Tag.sequence, ...items);
export const set = (...items: readonly Buffer[]): Buffer => tagged(Tag.set, ...items);
export const yes: Buffer = tagged(Tag.boolean, Buffer.from([0xff]));
export const octets = (bytes: Buffer): Buffer => tagged(Tag.octetString, bytes);
export const utf8 = (text: string): Buffer => tagged(Tag.utf8, Buffer.from(text, "utf8"));

/** A positive number; a leading zero byte keeps the sign bit clear. */
export const integer = (bytes: Buffer): Buffer =>
  tagged(Tag.integer, (bytes[0] ?? 0) & 0x80 ? Buffer.from([0]) : Buffer.alloc(0), bytes);

/** `unusedBits` of the last byte do not count. */
export const bits = (bytes: Buffer, unusedBits = 0): Buffer =>
  tagged(Tag.bitString, Buffer.from([unusedBits]), bytes);

/** Whole seconds, as RFC 5280 asks for. */
export const time = (date: Date): Buffer =>
  tagged(Tag.time, Buffer.from(date.toISOString().replace(/[-:T]|\.\d+/g, ""), "ascii"));

function base128(value: number): number[] {
  const groups = [value & 0x7f];
  for (let rest = value >> 7; rest > 0; rest >>= 7) groups.unshift((rest & 0x7f) | 0x80);
  return groups;
}

/** From the dotted form. */
export function objectId(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  return tagged(Tag.objectId, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}
