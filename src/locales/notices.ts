import { noticesEn } from "./en/notices";
import { noticesJa } from "./ja/notices";
import type { Language } from "./language";

/** What a notice tells: the first three a manager, the others the sender. */
export type NoticeWord =
  | "asked"
  | "reminder"
  | "stand-in"
  | "approved"
  | "rejected"
  | "revoked"
  | "expired"
  | "expiring"
  | "superseded"
  | "withdrawn";

export interface NoticeCounts {
  /** The sender's name, from the directory. */
  readonly sender: string;
  readonly others: number;
  readonly outside: number;
  readonly files: number;
}

export interface NoticesTexts {
  readonly subjects: Readonly<Record<NoticeWord, string>>;
  text(word: NoticeWord, counts: NoticeCounts): string;
  readonly footer: string;
}

export const noticesTexts: Readonly<Record<Language, NoticesTexts>> = {
  ja: noticesJa,
  en: noticesEn,
};
