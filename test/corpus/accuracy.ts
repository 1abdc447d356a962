import type { Kind } from "../../src/core/kind";
import { f1, type FileResult, precision, recall, sumOf } from "./measure";

/** Least F1 of each kind over the lists. */
export const LEAST_F1: Readonly<Partial<Record<Kind, number>>> = {
  email: 0.98,
  phone: 0.98,
  mobile: 0.98,
  "postal-code": 0.98,
  "credit-card": 0.98,
  "my-number": 0.98,
  "person-name": 0.95,
  address: 0.95,
};
export const GREATEST_ERROR_OF_PERSONS = 0.01;
export const LEAST_SHARE_OF_CLEAN_NEGATIVES = 0.95;

export interface KindFigures {
  readonly kind: Kind;
  readonly values: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly least: number | null;
}

/** What was measured over a corpus, and what falls short of its threshold. */
export interface Accuracy {
  /** Over lists and hard negatives. */
  readonly lists: readonly KindFigures[];
  /** Over letters, blocks and forms. */
  readonly papers: readonly KindFigures[];
  readonly listErrors: readonly FileResult[];
  readonly paperErrors: readonly FileResult[];
  readonly listCount: number;
  readonly paperCount: number;
  readonly loudNegatives: readonly FileResult[];
  readonly negativeCount: number;
  readonly shortfalls: readonly string[];
}

const MEASURED: readonly Kind[] = [
  "person-name",
  "address",
  "postal-code",
  "phone",
  "mobile",
  "email",
  "birth-date",
  "my-number",
  "credit-card",
];

export const errorOf = ({ persons, file }: FileResult): number =>
  Math.abs(persons - file.persons) / Math.max(file.persons, 1);

export function accuracyOf(results: readonly FileResult[]): Accuracy {
  const of = (group: string) => results.filter(({ file }) => file.group === group);
  const [lists, papers, negatives] = [of("list"), of("paper"), of("negative")];
  const loudNegatives = negatives.filter(({ persons }) => persons > 0);
  const listErrors = lists.filter((each) => errorOf(each) > GREATEST_ERROR_OF_PERSONS);
  const figures = kindFigures([...lists, ...negatives]);
  const shortKinds = figures.filter(({ f1, least }) => least !== null && f1 < least);
  const quiet = 1 - loudNegatives.length / Math.max(negatives.length, 1);
  return {
    lists: figures,
    papers: kindFigures(papers),
    listErrors,
    paperErrors: papers.filter(({ persons, file }) => persons !== file.persons),
    listCount: lists.length,
    paperCount: papers.length,
    loudNegatives,
    negativeCount: negatives.length,
    shortfalls: [
      ...shortKinds.map(({ kind, f1, least }) => `${kind}: F1 ${f1.toFixed(4)} < ${String(least)}`),
      ...listErrors.map(
        ({ file, persons }) => `${file.name}: ${persons} of ${file.persons} persons`,
      ),
      ...(quiet < LEAST_SHARE_OF_CLEAN_NEGATIVES
        ? [`hard negatives with nobody: ${quiet.toFixed(3)} < ${LEAST_SHARE_OF_CLEAN_NEGATIVES}`]
        : []),
    ],
  };
}

const kindFigures = (results: readonly FileResult[]): KindFigures[] =>
  MEASURED.map((kind) => {
    const hits = sumOf(results, kind);
    return {
      kind,
      values: hits.right + hits.missed,
      precision: precision(hits),
      recall: recall(hits),
      f1: f1(hits),
      least: LEAST_F1[kind] ?? null,
    };
  });
