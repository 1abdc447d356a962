import { languageOf, type Language } from "../locales/language";
import type { Mailbox } from "../core/recipient";

/** The clients whose limits differ; `unknown` gets the strictest of all. */
export type Platform = "windows" | "web" | "mac" | "mobile" | "unknown";

const PLATFORMS: Readonly<Record<string, Platform>> = {
  PC: "windows",
  OfficeOnline: "web",
  Mac: "mac",
  iOS: "mobile",
  Android: "mobile",
};

/** Reads a value that some client may not have, or may refuse to give, without ever throwing. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** Some desktop builds have no `isSetSupported`: then nothing newer is taken for granted. */
export const supportsMailbox = (version: string): boolean =>
  attempt(() => Office.context.requirements.isSetSupported("Mailbox", version)) === true;

export function displayLanguage(): Language {
  const tag: unknown = attempt(() => Office.context.displayLanguage);
  return languageOf(typeof tag === "string" ? tag : undefined);
}

export const platform = (): Platform =>
  PLATFORMS[String(attempt(() => Office.context.diagnostics.platform))] ?? "unknown";

/** What support needs to know about the client; nothing of a person or a mail. */
export interface Diagnostics {
  readonly platform: string;
  readonly host: string;
  readonly version: string;
  readonly mailbox: string;
}

const KNOWN_SETS = ["1.16", "1.15", "1.14", "1.13", "1.12"];

export const diagnostics = (): Diagnostics => ({
  platform: String(attempt(() => Office.context.diagnostics.platform) ?? ""),
  host: attempt(() => Office.context.mailbox.diagnostics.hostName) ?? "",
  version: attempt(() => Office.context.mailbox.diagnostics.hostVersion) ?? "",
  mailbox: KNOWN_SETS.filter(supportsMailbox)[0] ?? "",
});

/** The mail being written, null where the client has none (any more). */
export const composeItem = (): Office.MessageCompose | null =>
  (attempt(() => Office.context.mailbox.item) as Office.MessageCompose | null | undefined) ?? null;

/** The signed-in person, who presses Send. Null where the client does not say. */
export function signedIn(): Mailbox | null {
  const profile = attempt(() => Office.context.mailbox.userProfile);
  const address = profile?.emailAddress;
  if (typeof address !== "string" || address === "") return null;
  return { name: String(profile?.displayName ?? ""), address };
}
