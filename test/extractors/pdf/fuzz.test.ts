import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { onePage, packed } from "../fixtures/pdf-file";
import { read } from "../reading";

const file = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(path.join(__dirname, "../fixtures/pdf", name)));

const ORIGINALS = [
  file("libreoffice.pdf"),
  file("object-streams.pdf"),
  file("aes-256.pdf"),
  onePage(
    packed(
      "BT /F 10 Tf 50 700 Td [(Taro) -300 (Yamada)] TJ ET q 1 0 0 1 0 0 cm 40 640 300 80 re S Q",
    ),
  ),
];

/** What happened to a file on its way: bytes turned, a part lost, two parts changed places. */
const mutations = fc.array(
  fc.oneof(
    fc.record({
      type: fc.constant("turn" as const),
      at: fc.nat(),
      by: fc.integer({ min: 1, max: 255 }),
    }),
    fc.record({
      type: fc.constant("cut" as const),
      at: fc.nat(),
      by: fc.integer({ min: 1, max: 5000 }),
    }),
    fc.record({
      type: fc.constant("swap" as const),
      at: fc.nat(),
      by: fc.integer({ min: 1, max: 2000 }),
    }),
  ),
  { minLength: 1, maxLength: 8 },
);

function mutate(original: Uint8Array, how: readonly { type: string; at: number; by: number }[]) {
  let bytes = Buffer.from(original);
  for (const { type, at, by } of how) {
    if (bytes.length < 2) break;
    const place = at % bytes.length;
    if (type === "turn") bytes[place] = (bytes[place]! + by) & 255;
    else if (type === "cut")
      bytes = Buffer.concat([bytes.subarray(0, place), bytes.subarray(place + by)]);
    else {
      const [one, other] = [
        bytes.subarray(place, place + by),
        bytes.subarray(place + by, place + 2 * by),
      ];
      bytes = Buffer.concat([bytes.subarray(0, place), other, one, bytes.subarray(place + 2 * by)]);
    }
  }
  return new Uint8Array(bytes);
}

test("a damaged file is read or refused, and never read as empty", () => {
  fc.assert(
    fc.property(fc.constantFrom(...ORIGINALS), mutations, (original, how) => {
      const bytes = mutate(original, how);
      fc.pre(bytes.length > 0);
      const { cells, refusals } = read(bytes);
      expect(cells.length + refusals.length).toBeGreaterThan(0);
    }),
    { numRuns: 400 },
  );
}, 120_000);
