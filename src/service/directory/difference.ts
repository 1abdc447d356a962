import type { Directory } from "../../core/directory";
import type { ReadDirectory } from "./read-directory";

type Part = "units" | "persons" | "mailboxes";

/** One thing that a new directory adds, takes away or changes; `fields` names what changed. */
export interface Difference {
  readonly part: Part | "dutyPool";
  readonly change: "added" | "removed" | "changed";
  /** Id, or the address of a mailbox. */
  readonly id: string;
  readonly fields: readonly string[];
}

const KEYS = { units: "id", persons: "id", mailboxes: "address" } as const;

/** Everything that is different, in the order of the file. */
export function differences(before: Directory, after: ReadDirectory): readonly Difference[] {
  const parts = (Object.keys(KEYS) as Part[]).flatMap((part) =>
    partDifferences(part, before[part], after[part]),
  );
  const isSamePool = JSON.stringify(before.dutyPool) === JSON.stringify(after.dutyPool);
  return isSamePool
    ? parts
    : [...parts, { part: "dutyPool", change: "changed", id: "", fields: [] }];
}

type Entry = Readonly<Record<string, unknown>>;

function partDifferences(
  part: Part,
  before: readonly object[],
  after: readonly object[],
): readonly Difference[] {
  const idOf = (entry: object) => String((entry as Entry)[KEYS[part]]);
  const old = new Map(before.map((entry) => [idOf(entry), entry as Entry]));
  const kept = new Set(after.map(idOf));
  const changed = after.flatMap((entry): Difference[] => {
    const id = idOf(entry);
    const was = old.get(id);
    if (was === undefined) return [{ part, change: "added", id, fields: [] }];
    const fields = Object.keys(entry).filter(
      (field) => JSON.stringify((entry as Entry)[field]) !== JSON.stringify(was[field]),
    );
    return fields.length === 0 ? [] : [{ part, change: "changed", id, fields }];
  });
  const removed = [...old.keys()].filter((id) => !kept.has(id));
  return [
    ...changed,
    ...removed.map((id): Difference => ({ part, change: "removed", id, fields: [] })),
  ];
}
