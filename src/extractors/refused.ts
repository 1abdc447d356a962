import type { RefusalCode } from "../core/refusal";

/**
 * Ends the reading of one file with a named refusal. Thrown only inside extractors and caught only
 * by the registry, which reports it with the file's place; parsers nest too deeply to hand every
 * refusal up by hand.
 */
export class Refused extends Error {
  constructor(readonly code: RefusalCode) {
    super(code);
  }
}

/** The most frequent one: the file is not what its format asks for. */
export const damaged = (): Refused => new Refused("extract/damaged");
