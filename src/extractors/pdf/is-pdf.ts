const MAGIC = "%PDF-";
const BYTE_ORDER_MARK = 3;
const SPACE = 0x20;

/** Where the file begins, behind what text editors put before it; -1 where it is no PDF. */
export function pdfStart(bytes: Uint8Array): number {
  let at = bytes[0] === 0xef ? BYTE_ORDER_MARK : 0;
  while ((bytes[at] as number) <= SPACE) at += 1;
  for (let i = 0; i < MAGIC.length; i++) if (bytes[at + i] !== MAGIC.charCodeAt(i)) return -1;
  return at;
}

export const isPdf = (bytes: Uint8Array): boolean => pdfStart(bytes) >= 0;
