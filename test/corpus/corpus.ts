import type { CorpusFile } from "./corpus-file";
import { lists } from "./lists";
import { negatives } from "./negatives";
import { papers } from "./papers";

export const SEED = 20261;

export const wholeCorpus = (seed = SEED): CorpusFile[] => [
  ...lists(seed),
  ...papers(seed),
  ...negatives(seed),
];

/** Every shape once, in one format, with fewer people. */
export const shortCorpus = (seed = SEED): CorpusFile[] => [
  ...lists(seed, 30, 1),
  ...papers(seed, 1),
  ...negatives(seed, 1),
];
