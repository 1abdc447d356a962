/**
 * What a message looked like when composing began (WORKING-DAY: the accident's own gesture).
 * Digests only, so that it may be stored on the item.
 */
export interface Baseline {
  /** Ties the baseline to one item: a forward copies the parent's custom properties in some clients. */
  readonly nonce: string;
  /**
   * Hex SHA-256 of each attachment present when composing began, or its first 16 digits once stored.
   * An empty one stands for bytes that could not be read or kept: any attachment may be that one.
   */
  readonly attachments: readonly string[];
  /** Outside recipients already present, as normal addresses hashed like the attachments. */
  readonly outside: readonly string[];
  /** Inside recipients were present when composing began. */
  readonly hadInside: boolean;
  /** The body carried text that the sender did not write now: a quote, a resent or a stored text. */
  readonly hadText: boolean;
  /** The longest lines of what text there was, each as the first 8 digits of its SHA-256: is it still there? */
  readonly lines: readonly string[];
}

export type History =
  /** A new, empty message was seen from its beginning, or a baseline was stored for it. */
  | { readonly state: "known"; readonly baseline: Baseline }
  /** Reopened draft, template, mail file, other client: nobody saw the beginning. */
  | { readonly state: "unknown" };
