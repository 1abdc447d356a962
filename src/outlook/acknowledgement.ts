import type { Judgement } from "../core/judgement";
import type { RuleId } from "../core/verdict";
import { readSession, writeSession } from "./session";
import type { Call, Called } from "./call";

/**
 * The sender's "I have looked", taken by the pane where the client's own alert cannot take it or
 * the sender went there first. It counts for this content, these findings and one shift only.
 */
export interface Acknowledgement {
  readonly digest: string;
  readonly rules: readonly RuleId[];
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export const ACKNOWLEDGEMENT_KEY = "sekisho.acknowledged";
const LIFETIME = 8 * 60 * 60 * 1000;

/** What only Send cannot read is not asked for: the pane, which takes the answer, has read it. */
const confirmRules = ({ decision }: Judgement): readonly RuleId[] =>
  decision.results
    .filter(({ verdict, facts }) => verdict === "confirm" && facts["elsewhere"] !== 1)
    .map(({ rule }) => rule);

/** Null where there is nothing to confirm, more than that is needed, or the content has no digest. */
export function acknowledge(judgement: Judgement, now: number): Acknowledgement | null {
  const { digest, decision } = judgement;
  if (decision.verdict !== "confirm" || digest.state !== "computed") return null;
  return { digest: digest.digest, rules: confirmRules(judgement), at: now };
}

export function isAcknowledged(
  judgement: Judgement,
  stored: Acknowledgement | null,
  now: number,
): boolean {
  const wanted = acknowledge(judgement, now);
  if (wanted === null || stored === null || stored.digest !== wanted.digest) return false;
  const age = now - stored.at;
  return age >= 0 && age <= LIFETIME && wanted.rules.every((rule) => stored.rules.includes(rule));
}

/** Anything but exactly what `acknowledge` gave is no acknowledgement. */
export function parseAcknowledgement(text: string | null): Acknowledgement | null {
  try {
    const value = JSON.parse(text ?? "null") as Partial<Acknowledgement> | null;
    const isComplete =
      typeof value?.digest === "string" &&
      /^[0-9a-f]{64}$/.test(value.digest) &&
      Array.isArray(value.rules) &&
      typeof value.at === "number";
    return isComplete ? (value as Acknowledgement) : null;
  } catch {
    return null;
  }
}

export async function readAcknowledgement(
  call: Call,
  item: Office.MessageCompose,
): Promise<Acknowledgement | null> {
  const read = await readSession(call, item, ACKNOWLEDGEMENT_KEY);
  return read.ok ? parseAcknowledgement(read.value) : null;
}

export const writeAcknowledgement = (
  call: Call,
  item: Office.MessageCompose,
  acknowledgement: Acknowledgement,
): Promise<Called<void>> =>
  writeSession(call, item, ACKNOWLEDGEMENT_KEY, JSON.stringify(acknowledgement));
