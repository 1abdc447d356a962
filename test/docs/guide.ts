import { readFileSync } from "node:fs";
import path from "node:path";

export interface Block {
  /** What stands behind the fence: `sh` is run by the test. */
  readonly kind: string;
  readonly text: string;
}

const FENCE = /^```(\w+)\n([\s\S]*?)^```$/gm;

/** The framed parts of a page of docs/, in order. */
export const blocksOf = (page: string): readonly Block[] =>
  [...read(page).matchAll(FENCE)].map(([, kind = "", text = ""]) => ({ kind, text }));

export const read = (page: string): string =>
  readFileSync(path.join(__dirname, "../../docs", page), "utf8");
