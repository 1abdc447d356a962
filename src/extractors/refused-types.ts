import type { RefusalCode } from "../core/refusal";
import { isCompoundFile, isEncryptedPackage } from "./compound-file";
import type { Extractor } from "./extractor";
import { Refused } from "./refused";

/** Files that are recognised so that they can be named, and not read: first bytes, where, and why. */
const MAGIC: readonly (readonly [RefusalCode, number, string])[] = [
  ["extract/pdf", 0, "%PDF-"],
  ["extract/pdf", 3, "%PDF-"], // behind a byte order mark
  ["extract/image", 0, "\xff\xd8\xff"], // JPEG
  ["extract/image", 0, "\x89PNG\r\n\x1a\n"],
  ["extract/image", 0, "GIF8"],
  ["extract/image", 0, "II*\0"], // TIFF
  ["extract/image", 0, "MM\0*"],
  ["extract/image", 0, "8BPS"],
  ["extract/image", 0, "\0\0\x01\0"], // icons
  ["extract/image", 0, "\xd7\xcd\xc6\x9a"], // WMF
  ["extract/image", 0, "\0\0\0\x0cjP  "], // JPEG 2000
  ["extract/image", 0, "\0\0\0\x0cJXL "],
  ["extract/image", 0, "\xff\x0a"],
  ["extract/image", 4, "ftyp"], // HEIC, AVIF, MP4, QuickTime
  ["extract/image", 8, "WEBP"],
  ["extract/image", 8, "AVI "],
  ["extract/image", 0, "\x1aE\xdf\xa3"], // Matroska, WebM
  ["extract/image", 0, "FLV\x01"],
  ["extract/image", 0, "\0\0\x01\xba"], // MPEG
  ["extract/image", 0, "\x30\x26\xb2\x75\x8e\x66\xcf\x11"], // Windows Media
  ["extract/unsupported", 0, "ID3"], // sound
  ["extract/unsupported", 8, "WAVE"],
  ["extract/unsupported", 0, "OggS"],
  ["extract/unsupported", 0, "fLaC"],
  ["extract/unsupported", 0, "7z\xbc\xaf\x27\x1c"],
  ["extract/unsupported", 0, "Rar!\x1a\x07"],
  ["extract/unsupported", 0, "\x1f\x8b"], // gzip
  ["extract/unsupported", 0, "\x1f\x9d"], // compress
  ["extract/unsupported", 0, "BZh"],
  ["extract/unsupported", 0, "\xfd7zXZ\0"],
  ["extract/unsupported", 0, "\x28\xb5\x2f\xfd"], // Zstandard
  ["extract/unsupported", 2, "-lh"], // LZH
  ["extract/unsupported", 2, "-lz"],
  ["extract/unsupported", 0, "\x60\xea"], // ARJ
  ["extract/unsupported", 0, "MSCF"],
  ["extract/unsupported", 257, "ustar"],
  ["extract/unsupported", 0x8001, "CD001"], // disc images
  ["extract/unsupported", 0, "SQLite format 3\0"],
  ["extract/unsupported", 4, "Standard Jet DB"],
  ["extract/unsupported", 4, "Standard ACE DB"],
  ["extract/unsupported", 0, "\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d"], // OneNote
  ["extract/unsupported", 0, "MZ"], // programs, self-extracting archives
  ["extract/unsupported", 0, "\x7fELF"],
];

/** Two letters alone would make a picture of many a text. */
const MORE: readonly ((bytes: Uint8Array) => RefusalCode | null)[] = [
  (bytes) => (hasAt(bytes, 0, "BM") && hasAt(bytes, 6, "\0\0\0\0") ? "extract/image" : null),
  (bytes) => (hasAt(bytes, 0, "\x01\0\0\0") && hasAt(bytes, 40, " EMF") ? "extract/image" : null),
  // Word, Excel and PowerPoint up to 2003, Ichitaro, saved Outlook mails.
  (bytes) => {
    if (!isCompoundFile(bytes)) return null;
    return isEncryptedPackage(bytes) ? "extract/encrypted" : "extract/unsupported";
  },
];

/** Why a file of this type is not read, null for every other one. */
export function refusedType(bytes: Uint8Array): RefusalCode | null {
  const found = MAGIC.find(([, at, magic]) => hasAt(bytes, at, magic));
  if (found) return found[0];
  for (const look of MORE) {
    const code = look(bytes);
    if (code) return code;
  }
  return null;
}

function hasAt(bytes: Uint8Array, at: number, magic: string): boolean {
  for (let i = 0; i < magic.length; i++) if (bytes[at + i] !== magic.charCodeAt(i)) return false;
  return true;
}

export const refusedTypes: Extractor = {
  id: "refused-types",
  accepts: (bytes) => refusedType(bytes) !== null,
  // eslint-disable-next-line require-yield -- there is nothing to say but why not
  *extract({ bytes }) {
    throw new Refused(refusedType(bytes) ?? "extract/unknown");
  },
};
