import type { Account } from "../account";
import type { Fields } from "../envelope";
import { ErrorCode } from "../error-code";
import type { Manifest } from "../manifest";
import type { ClientProfile } from "../profile";
import type { JournalEntry } from "../send-result";
import type { Shell } from "../shell";

/** Where the calling page runs: a pane that a person looks at, or the runtime of launch events. */
export type Surface = "pane" | "runtime";

export interface CallContext {
  readonly manifest: Manifest;
  readonly profile: ClientProfile;
  readonly shell: Shell;
  readonly account: Account;
  readonly surface: Surface;
  readonly note: (entry: JournalEntry) => void;
}

/** In the shape that office.js reads; null where it waits for none. */
export type Answer =
  | { readonly error: false; readonly data?: unknown }
  | { readonly error: true; readonly errorCode: ErrorCode }
  | { readonly wasSuccessful: true; readonly customProperties: string }
  | null;

export type Call<Item> = (item: Item, params: Fields, context: CallContext) => Answer;

/** The calls of one area by office.js's dispatch id. */
export type CallTable<Item> = Readonly<Record<number, Call<Item>>>;

export const done = (data?: unknown): Answer => ({ error: false, data });
export const failed = (errorCode: ErrorCode): Answer => ({ error: true, errorCode });

/** office.js checks its callers' types; a wrong one here reads as empty. */
export const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Outlook bars these from its event runtime. */
export const paneOnly =
  <Item>(call: Call<Item>): Call<Item> =>
  (item, params, context) => {
    if (context.surface === "pane") return call(item, params, context);
    context.note({ what: "not-allowed-here", detail: call.name });
    return failed(ErrorCode.notSupportedByExtensionPoint);
  };
