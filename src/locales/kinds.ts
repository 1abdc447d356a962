import type { Kind } from "../core/kind";
import { kindsEn } from "./en/kinds";
import { kindsJa } from "./ja/kinds";
import type { Language } from "./language";

/** Names of the kinds of personal data, as they stand in a sentence or a list. */
export type KindsTexts = Readonly<Record<Kind, string>>;

export const kindsTexts: Readonly<Record<Language, KindsTexts>> = { ja: kindsJa, en: kindsEn };
