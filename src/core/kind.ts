/**
 * Kinds of personal data. The id is the name of the detector's file, the key in policies, reports
 * and locales, and the word in `--json`; renaming one breaks policies that name it.
 */
export const KINDS = [
  "person-name",
  "address",
  "postal-code",
  "phone",
  "mobile",
  "email",
  "birth-date",
  "my-number",
  "credit-card",
] as const;

export type Kind = (typeof KINDS)[number];

/** How many distinct values of each kind were seen; kinds that were not seen are absent. */
export type KindCounts = Partial<Record<Kind, number>>;

/** A direct kind points at one person by itself; the others only do so beside a direct one. */
export const DIRECT_KINDS: ReadonlySet<Kind> = new Set<Kind>([
  "person-name",
  "mobile",
  "email",
  "my-number",
]);
