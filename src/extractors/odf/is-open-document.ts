import type { ZipMember } from "../zip/directory";

export const MIME_TYPE = "mimetype";
export const MANIFEST = "META-INF/manifest.xml";

/** By its members; what it is a document of stands in the first one. */
export const isOpenDocument = (members: readonly ZipMember[]): boolean =>
  members.some(({ name }) => name === MIME_TYPE) && members.some(({ name }) => name === MANIFEST);
