import { isCompoundFile } from "../compound/is-compound-file";
import { unwrap } from "../compound/ole-object";
import { u32 } from "../little-endian";
import { damaged, Refused } from "../refused";

const EMBEDDED = 2;

/** A file within rich text, in the form of OLE 1 (MS-OLEDS 2.2.5): names, then its data. */
export function objectFile(bytes: Uint8Array): {
  readonly name: string;
  readonly bytes: Uint8Array;
} {
  if (u32(bytes, 4) !== EMBEDDED) throw new Refused("extract/unsupported");
  let at = 8;
  let className = "";
  for (let i = 0; i < 3; i++) {
    const length = u32(bytes, at);
    if (at + 4 + length > bytes.length) throw damaged();
    if (i === 0) className = String.fromCharCode.apply(null, Array.from(bytes.subarray(at + 4, at + 4 + Math.min(length, 64)))); // prettier-ignore
    at += 4 + length;
  }
  const size = u32(bytes, at);
  if (at + 4 + size > bytes.length) throw damaged();
  const data = bytes.subarray(at + 4, at + 4 + size);
  if (/^Package/i.test(className) && !isCompoundFile(data)) return unwrap(data, 0);
  return { name: "", bytes: data };
}
