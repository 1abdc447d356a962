import type { Extraction } from "../core/extraction";
import type { Extractor } from "./extractor";
import { Refused } from "./refused";

/**
 * Stands for the reader of a format that has no room in the send bundle: the format is recognised,
 * and the pane reads it. Never to be confused with a file that nobody can read.
 */
// eslint-disable-next-line require-yield -- there is nothing to say but where it is read
export function* readElsewhere(): Extraction {
  throw new Refused("extract/elsewhere");
}

export const elsewhere = (id: string, accepts: Extractor["accepts"]): Extractor => ({
  id,
  accepts,
  extract: readElsewhere,
});
