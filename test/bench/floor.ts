import { inflateSync } from "fflate";

/** Something to add up, so that no pass is optimised away. */
let sink = 0;

/** One pass over the bytes in JavaScript: what nothing that reads them can go below. */
export function pass(bytes: Uint8Array): void {
  let sum = 0;
  for (let i = 0; i < bytes.length; i++) sum = (sum + (bytes[i] as number)) | 0;
  sink ^= sum;
}

interface Member {
  readonly method: number;
  readonly packed: Uint8Array;
  readonly size: number;
}

/** The members of a plain zip whose names match, by its central directory. */
export function zipMembers(zip: Uint8Array, wanted: RegExp): Member[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  let end = zip.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  const members: Member[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    const nameLength = view.getUint16(at + 28, true);
    const name = Buffer.from(zip.subarray(at + 46, at + 46 + nameLength)).toString("utf8");
    if (wanted.test(name)) members.push(member(zip, view, at));
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return members;
}

function member(zip: Uint8Array, view: DataView, at: number): Member {
  const local = view.getUint32(at + 42, true);
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const length = view.getUint32(at + 20, true);
  return {
    method: view.getUint16(at + 10, true),
    packed: zip.subarray(start, start + length),
    size: view.getUint32(at + 24, true),
  };
}

const STREAM = Buffer.from(">>\nstream\n");
const ZLIB_HEADER = 2;
const CHECK_SUM = 4;
/** The benchmark's own pages unpack to less. */
const PAGE_BYTES = 1 << 17;

/** The packed pages of a PDF file as test/corpus/pdf.ts writes it. */
export function pdfStreams(bytes: Uint8Array): Member[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const members: Member[] = [];
  for (let at = file.indexOf(STREAM); at >= 0; at = file.indexOf(STREAM, at + 1)) {
    const from = at + STREAM.length + ZLIB_HEADER;
    const to = file.indexOf("\nendstream", from) - CHECK_SUM;
    members.push({ method: 8, packed: bytes.subarray(from, to), size: PAGE_BYTES });
  }
  return members;
}

/** Inflate (fflate) and one pass: the floor of a zipped document. */
export function inflateAndPass(members: readonly Member[]): void {
  for (const { method, packed, size } of members) {
    pass(method === 8 ? inflateSync(packed, { out: new Uint8Array(size) }) : packed);
  }
}

export const floorSink = (): number => sink;
