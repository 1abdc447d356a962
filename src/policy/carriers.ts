import type { FixId } from "../core/verdict";
import type { RuleContext } from "./context";
import type { FileFact } from "./files";

/** The attachments that carry other people's data. */
export const carriers = ({ files }: RuleContext): FileFact[] =>
  files.filter(({ others }) => others > 0);

export const namesOf = (files: readonly FileFact[]): readonly string[] =>
  files.map(({ name }) => name);

/** How to be rid of files, those that came along by their own way out. */
export function carrierFixes(files: readonly FileFact[]): FixId[] {
  const fixes: FixId[] = [];
  if (files.some(({ cameAlong }) => cameAlong)) fixes.push("remove-came-along");
  if (files.some(({ cameAlong }) => !cameAlong)) fixes.push("remove-attachment");
  return fixes;
}
