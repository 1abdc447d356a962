import type { RefusalCode } from "../core/refusal";
import { inside } from "../core/place";
import type { Extractor } from "./extractor";
import { refusal } from "./reported";

/**
 * Files that are recognised so that they can be named, and not read: why, where, by which bytes (a dot
 * stands for any byte), and what they are called. No list or letter begins like one of them.
 */
const MAGIC: readonly (readonly [RefusalCode, number, string, string?])[] = [
  ["extract/image", 0, "\xff\xd8\xff"], // JPEG
  ["extract/image", 0, "\x89PNG\r\n\x1a\n"],
  ["extract/image", 0, "GIF8.a"],
  ["extract/image", 0, "II*\0"], // TIFF
  ["extract/image", 0, "MM\0*"],
  ["extract/image", 0, "BM....\0\0\0\0"],
  ["extract/image", 0, "\x01\0\0\0....................................\x20EMF"],
  ["extract/image", 0, "8BPS\0"],
  ["extract/image", 0, "\0\0\x01\0"], // icons
  ["extract/image", 0, "\xd7\xcd\xc6\x9a"], // WMF
  ["extract/image", 0, "VCLMTF"], // pictures of OpenOffice
  ["extract/image", 0, "\0\0\0\x0cjP  "], // JPEG 2000
  ["extract/image", 0, "\0\0\0\x0cJXL "],
  ["extract/image", 0, "\xff\x0a"],
  ["extract/image", 0, "\0...ftyp"], // HEIC, AVIF, MP4, QuickTime
  ["extract/image", 0, "RIFF....WEBP"],
  ["extract/image", 0, "RIFF....AVI "],
  ["extract/image", 0, "\x1aE\xdf\xa3"], // Matroska, WebM
  ["extract/image", 0, "FLV\x01"],
  ["extract/image", 0, "\0\0\x01\xba"], // MPEG
  ["extract/image", 0, "\x30\x26\xb2\x75\x8e\x66\xcf\x11"], // Windows Media
  ["extract/unsupported", 0, "ID3\x02", "MP3"], // sound
  ["extract/unsupported", 0, "ID3\x03", "MP3"],
  ["extract/unsupported", 0, "ID3\x04", "MP3"],
  ["extract/unsupported", 0, "RIFF....WAVE", "WAV"],
  ["extract/unsupported", 0, "OggS\0", "Ogg"],
  ["extract/unsupported", 0, "fLaC", "FLAC"],
  ["extract/unsupported", 0, "7z\xbc\xaf\x27\x1c", "7z"],
  ["extract/unsupported", 0, "Rar!\x1a\x07", "RAR"],
  ["extract/unsupported", 0, "\x1f\x9d", "Z"], // compress
  ["extract/unsupported", 0, "BZh.1AY&SY", "bzip2"],
  ["extract/unsupported", 0, "\xfd7zXZ\0", "7z"],
  ["extract/unsupported", 0, "\x28\xb5\x2f\xfd", "Zstandard"], // Zstandard
  ["extract/unsupported", 2, "-lh.-", "LZH"], // LZH
  ["extract/unsupported", 2, "-lz.-", "LZH"],
  ["extract/unsupported", 0, "\x60\xea", "ARJ"], // ARJ
  ["extract/unsupported", 0, "MSCF\0\0\0\0", "CAB"],
  ["extract/unsupported", 0x8001, "CD001", "ISO"], // disc images
  ["extract/unsupported", 0, "SQLite format 3\0", "SQLite"],
  ["extract/unsupported", 4, "Standard Jet DB", "Access"],
  ["extract/unsupported", 4, "Standard ACE DB", "Access"],
  ["extract/unsupported", 0, "\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d", "OneNote"], // OneNote
  ["extract/unsupported", 0, "MZ.\0", "EXE"], // programs, self-extracting archives
  ["extract/unsupported", 0, "\x7fELF", "ELF"],
];

const typeOf = (bytes: Uint8Array) =>
  MAGIC.find(([, at, magic]) => hasAt(bytes, at, magic)) ?? null;

/** Why a file of this type is not read, null for every other one. */
export function refusedType(bytes: Uint8Array): RefusalCode | null {
  const type = typeOf(bytes);
  return type && type[0];
}

const ANY = 0x2e;

function hasAt(bytes: Uint8Array, at: number, magic: string): boolean {
  for (let i = 0; i < magic.length; i++) {
    const byte = magic.charCodeAt(i);
    if (byte !== ANY && bytes[at + i] !== byte) return false;
  }
  return at + magic.length <= bytes.length;
}

export const refusedTypes: Extractor = {
  id: "refused-types",
  accepts: (bytes) => typeOf(bytes) !== null,
  *extract({ bytes, place }) {
    const [code, , , name] = typeOf(bytes) ?? ["extract/unknown"];
    yield refusal(code, name === undefined ? place : inside(place, "format", name));
  },
};
