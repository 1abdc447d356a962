import { u32 } from "../little-endian";
import { damaged, Refused } from "../refused";
import { type PptRecord, recordAt, recordsIn } from "./records";

/** Encrypted presentations say so at the beginning (MS-PPT 2.3.2). */
const ENCRYPTED_TOKEN = 0xf3d1c4df;
const USER_EDIT = 4085;
const PERSIST_DIRECTORY = 6002;
const CRYPT_SESSION = 12052;
const SLIDE_LIST = 4080;
const SLIDE_PERSIST = 1011;

/** A presentation is saved by adding to it; more rounds than this are damage. */
const MOST_EDITS = 1000;

export interface SlideNumbers {
  /** Number of a slide by where it stands, and by the id that its notes name. */
  readonly byOffset: ReadonlyMap<number, number>;
  readonly byId: ReadonlyMap<number, number>;
  /** Everything that the last edit refers to; whatever else stands in the file is left over. */
  readonly current: ReadonlySet<number>;
}

/** Finds the slides in their order by the last edit and its directory. */
export function slideNumbers(bytes: Uint8Array, currentUser: Uint8Array): SlideNumbers {
  if (u32(currentUser, 12) === ENCRYPTED_TOKEN) throw new Refused("extract/encrypted");
  const offsets = new Map<number, number>();
  const directories = new Set<number>();
  let document = -1;
  let edit = u32(currentUser, 16);
  for (let i = 0; edit > 0 || i === 0; i++) {
    const record = recordAt(bytes, edit, bytes.length);
    if (record.type !== USER_EDIT || i > MOST_EDITS) throw damaged();
    if (i === 0) document = u32(bytes, record.from + 16);
    const directory = u32(bytes, record.from + 12);
    if (!directories.has(directory)) readDirectory(bytes, directory, offsets);
    directories.add(directory);
    const before = u32(bytes, record.from + 8);
    if (before >= edit) break;
    edit = before;
  }
  return numbersOf(bytes, offsets, offsets.get(document) ?? -1);
}

/** Newer edits were read before, and what they say stands. */
function readDirectory(bytes: Uint8Array, at: number, offsets: Map<number, number>): void {
  const record = recordAt(bytes, at, bytes.length);
  if (record.type === CRYPT_SESSION) throw new Refused("extract/encrypted");
  if (record.type !== PERSIST_DIRECTORY) throw damaged();
  for (let next = record.from; next + 4 <= record.to;) {
    const head = u32(bytes, next);
    const first = head & 0xfffff;
    const count = head >>> 20;
    for (let i = 0; i < count; i++) {
      if (!offsets.has(first + i)) offsets.set(first + i, u32(bytes, next + 4 + 4 * i));
    }
    next += 4 + 4 * count;
  }
}

function numbersOf(
  bytes: Uint8Array,
  offsets: ReadonlyMap<number, number>,
  document: number,
): SlideNumbers {
  const byOffset = new Map<number, number>();
  const byId = new Map<number, number>();
  if (document >= 0) {
    const { from, to } = recordAt(bytes, document, bytes.length);
    const isSlides = ({ type, instance }: PptRecord): boolean =>
      type === SLIDE_LIST && instance === 0;
    for (const list of recordsIn(bytes, from, to).filter(isSlides)) {
      for (const slide of recordsIn(bytes, list.from, list.to)) {
        if (slide.type !== SLIDE_PERSIST) continue;
        const number = byId.size + 1;
        byId.set(u32(bytes, slide.from + 12), number);
        byOffset.set(offsets.get(u32(bytes, slide.from)) ?? -1, number);
      }
    }
  }
  return { byOffset, byId, current: new Set(offsets.values()) };
}
