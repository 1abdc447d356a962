import { unpack } from "./unpack";

/** The texts of a module of the send bundle, as scripts/pack-texts-loader.cjs packed them. */
export function unpackTexts(packed: string): readonly string[] {
  const escapes = Array.from(
    unpack(packed),
    (byte) => `%${byte < 16 ? 0 : ""}${byte.toString(16)}`,
  );
  return decodeURIComponent(escapes.join("")).split("\0");
}
