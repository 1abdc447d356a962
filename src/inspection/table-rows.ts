import type { Column } from "./column";
import { FactList } from "./fact";
import { FormLabels } from "./form-labels";
import { IntList } from "./int-list";
import { Samples } from "./samples";

/** Rows of one table between two headers, and what was found in them. */
export class TableRows {
  readonly facts = new FactList();
  readonly columns: Column[] = [];
  /** Of each row: the index behind its last fact, and its number. */
  readonly ends = new IntList();
  readonly numbers = new IntList();
  /** Of each row: 1 + the column of a company that nothing but itself speaks for, 0 without one. */
  readonly companies = new IntList();
  readonly samples = new Samples();
  readonly form = new FormLabels();

  constructor(readonly hasHeader: boolean) {}
}
