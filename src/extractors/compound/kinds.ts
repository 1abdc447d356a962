import type { Storage } from "./storage";

/** What kind of document a compound file is, by the streams that only this kind has. */
export const isWorkbook = (storage: Storage): boolean =>
  storage.has("Workbook") || storage.has("Book");

export const isDocument = (storage: Storage): boolean => storage.has("WordDocument");

export const isPresentation = (storage: Storage): boolean => storage.has("PowerPoint Document");

export const isMail = (storage: Storage): boolean => storage.has("__properties_version1.0");
