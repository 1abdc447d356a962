import { Refused } from "../refused";

const TIFF = 2;
const PNG = 10;

/** Undoes what was done to rows of bytes before they were packed (ISO 32000-2, 7.4.4.4). */
export function unpredict(
  bytes: Uint8Array,
  predictor: number,
  colours: number,
  bits: number,
  columns: number,
): Uint8Array {
  if (predictor < TIFF) return bytes;
  const pixel = Math.max(1, (colours * bits) >> 3);
  const row = (colours * bits * columns + 7) >> 3;
  if (!(row > 0)) throw new Refused("extract/damaged");
  return predictor < PNG ? tiff(bytes, pixel, row, bits) : png(bytes, pixel, row);
}

function tiff(bytes: Uint8Array, pixel: number, row: number, bits: number): Uint8Array {
  if (bits !== 8) throw new Refused("extract/pdf");
  const out = new Uint8Array(bytes);
  for (let i = 0; i < out.length; i++) {
    if (i % row >= pixel) out[i] = (out[i] as number) + (out[i - pixel] as number);
  }
  return out;
}

/** Each row begins with the number of its own predictor (PNG, 9.2). */
function png(bytes: Uint8Array, pixel: number, row: number): Uint8Array {
  const rows = Math.ceil(bytes.length / (row + 1));
  const out = new Uint8Array(rows * row);
  let length = 0;
  for (let at = 0; at < bytes.length; at += row + 1) {
    const type = bytes[at] as number;
    const size = Math.min(row, bytes.length - at - 1);
    for (let i = 0; i < size; i++) {
      const left = i < pixel ? 0 : (out[length + i - pixel] as number);
      const above = length < row ? 0 : (out[length + i - row] as number);
      const corner = i < pixel || length < row ? 0 : (out[length + i - row - pixel] as number);
      out[length + i] = (bytes[at + 1 + i] as number) + predict(type, left, above, corner);
    }
    length += size;
  }
  return out.subarray(0, length);
}

function predict(type: number, left: number, above: number, corner: number): number {
  if (type === 0) return 0;
  if (type === 1) return left;
  if (type === 2) return above;
  if (type === 3) return (left + above) >> 1;
  if (type === 4) return paeth(left, above, corner);
  throw new Refused("extract/damaged");
}

function paeth(left: number, above: number, corner: number): number {
  const [toLeft, toAbove, toCorner] = [
    Math.abs(above - corner),
    Math.abs(left - corner),
    Math.abs(left + above - 2 * corner),
  ];
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}
