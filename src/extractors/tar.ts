import type { Extraction } from "../core/extraction";
import { inside } from "../core/place";
import { decodeText } from "../text/charset";
import { BlockWriter } from "./block-writer";
import type { ExtractionContext, Extractor, Source } from "./extractor";
import { damaged } from "./refused";
import { refusal } from "./reported";
import { BLOCK, isHead, isTar, numberAt } from "./tar-head";
import { textLines } from "./text-lines";
import { decodeLabel } from "./zip/names";

/** Tar archives (POSIX.1-2001 and GNU): a head of 512 bytes, a file, filled up to 512 bytes. */
const NAME = 100;
const SIZE_AT = 124;
const TYPE_AT = 156;
const PREFIX_AT = 345;

const LONG_NAME = "L";
const LONG_LINK = "K";
const EXTENDED = "x";
const EXTENDED_FOR_ALL = "g";
/** Types that have no content of their own: links, devices, folders. */
const EMPTY = /^[1-6]$/;
const FILE = /^[\0 07]$/;

export const tar: Extractor = {
  id: "tar",
  accepts: isTar,

  *extract({ bytes, place, depth }: Source, context: ExtractionContext): Extraction {
    const names: string[] = [];
    const files: (() => Extraction)[] = [];
    let givenName: string | null = null;
    let at = 0;
    for (; at + BLOCK <= bytes.length && !isEmpty(bytes, at);) {
      if (!isHead(bytes, at)) throw damaged();
      context.budget.entry();
      const size = numberAt(bytes, at + SIZE_AT, 12);
      const type = String.fromCharCode(bytes[at + TYPE_AT] as number);
      const from = at + BLOCK;
      const isWithout = EMPTY.test(type);
      if (!isWithout && from + size > bytes.length) throw damaged();
      const content = bytes.subarray(from, isWithout ? from : from + size);
      at = from + Math.ceil(content.length / BLOCK) * BLOCK;
      if (type === LONG_NAME) givenName = decodeLabel(upToNul(content));
      else if (type === EXTENDED) givenName = pathIn(content) ?? givenName;
      else if (type !== LONG_LINK && type !== EXTENDED_FOR_ALL) {
        const name: string = givenName ?? nameAt(bytes, from - BLOCK);
        givenName = null;
        names.push(name);
        if (isWithout) continue;
        const inner = inside(place, "file", name);
        files.push(() =>
          FILE.test(type)
            ? context.nested({ name, bytes: content, place: inner, depth: depth + 1 })
            : once(refusal("extract/unsupported", inner)),
        );
      }
    }
    const hasEnd = isEmpty(bytes, at);
    yield* textLines(new BlockWriter(inside(place, "name"), "prose", context.budget), names);
    for (const file of files) yield* file();
    if (!hasEnd) throw damaged();
    const rest = bytes.subarray(at);
    if (rest.some((byte) => byte !== 0)) {
      yield* context.nested({ name: "", bytes: rest, place, depth: depth + 1 });
    }
  },
};

function* once<T>(event: T): Generator<T, void, void> {
  yield event;
}

const isEmpty = (bytes: Uint8Array, at: number): boolean =>
  at < bytes.length && bytes.subarray(at, at + BLOCK).every((byte) => byte === 0);

function upToNul(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(0);
  return end < 0 ? bytes : bytes.subarray(0, end);
}

function nameAt(bytes: Uint8Array, at: number): string {
  const name = decodeLabel(upToNul(bytes.subarray(at, at + NAME)));
  const isPosix = String.fromCharCode.apply(null, Array.from(bytes.subarray(at + 257, at + 263))) === "ustar\0"; // prettier-ignore
  const prefix = isPosix ? decodeLabel(upToNul(bytes.subarray(at + PREFIX_AT, at + 500))) : "";
  return prefix === "" ? name : `${prefix}/${name}`;
}

/** Records `length path=name` of an extended head; null where there is no name among them. */
function pathIn(content: Uint8Array): string | null {
  const text = decodeText(content, "utf-8") ?? "";
  const match = /(?:^|\n)\d+ path=([^\n]*)\n/.exec(text);
  return match ? (match[1] as string) : null;
}
