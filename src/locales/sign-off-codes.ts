import type { DirectoryCode } from "../core/directory";
import type { TokenCode } from "../core/sign-off";
import { directoryCodesEn, tokenCodesEn } from "./en/sign-off-codes";
import { directoryCodesJa, tokenCodesJa } from "./ja/sign-off-codes";
import type { Language } from "./language";
import type { RefusalTexts } from "./refusals";

export type TokenCodesTexts = Readonly<Record<TokenCode, RefusalTexts>>;
export type DirectoryCodesTexts = Readonly<Record<DirectoryCode, RefusalTexts>>;

/** For the sender: why a ticket, a policy or a key set on this device is worth nothing. */
export const tokenCodesTexts: Readonly<Record<Language, TokenCodesTexts>> = {
  ja: tokenCodesJa,
  en: tokenCodesEn,
};

/** For admins: why a directory cannot be published. */
export const directoryCodesTexts: Readonly<Record<Language, DirectoryCodesTexts>> = {
  ja: directoryCodesJa,
  en: directoryCodesEn,
};
