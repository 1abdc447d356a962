/** What becomes of a mail, weakest first. */
export const VERDICTS = ["allow", "confirm", "sign-off", "block"] as const;
export type Verdict = (typeof VERDICTS)[number];

export const strictest = (verdicts: readonly Verdict[]): Verdict =>
  VERDICTS[Math.max(0, ...verdicts.map((verdict) => VERDICTS.indexOf(verdict)))] ?? "block";

/** The sender's standing in the unit; what it loosens is written in each rule. */
export type Role = "staff" | "manager";

export const RULE_IDS = [
  "message-unreadable",
  "no-recipients",
  "visible-outside-addresses",
  "mass-data-to-consumer",
  "came-along",
  "others-to-outside",
  "attachment-to-outside",
  "could-not-look",
  "bulk",
  "recipient-file-mismatch",
  "mail-to-outside",
  "mass-data-inside",
] as const;
export type RuleId = (typeof RULE_IDS)[number];

/** What the pane offers to do about it, by one click. */
export const FIX_IDS = [
  "move-outside-to-bcc",
  "remove-outside-recipients",
  "remove-attachment",
  "remove-came-along",
  "my-text-only",
] as const;
export type FixId = (typeof FIX_IDS)[number];

export type Facts = Readonly<Record<string, number | string | readonly string[]>>;

export interface RuleResult {
  readonly rule: RuleId;
  readonly verdict: Exclude<Verdict, "allow">;
  /** Numbers and names that the rule's sentence in the locales needs. */
  readonly facts: Facts;
  /** Indexes of the attachments it is about, for fixes and for naming them. */
  readonly attachments: readonly number[];
  /** What would make it go away, the best first. */
  readonly fixes: readonly FixId[];
  /** Managers who have to agree; 0 unless the verdict is "sign-off". */
  readonly approvers: 0 | 1 | 2;
}

export interface RecipientCounts {
  readonly internal: number;
  readonly external: number;
  /** Those among the external of whom nobody can say who they are: groups, unreadable addresses. */
  readonly unclear: number;
  /** Outside addresses in To and Cc: seen by every recipient. */
  readonly visibleExternal: number;
}

export interface Decision {
  readonly verdict: Verdict;
  /**
   * As they are shown everywhere: what stops the mail for good, then a likely wrong addressee, then
   * what only this mail has before what every mail to outside has; of these the strictest first,
   * then by the persons in its facts, then in the order of RULE_IDS.
   */
  readonly results: readonly RuleResult[];
  readonly recipients: RecipientCounts;
}
