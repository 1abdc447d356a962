import { offers, type Call } from "./call";

/** A mail that is being read; `null` where none, or several, are chosen (a pinned pane lives on). */
export type ReadMail = Office.MessageRead;

export function readMail(): ReadMail | null {
  try {
    const item = Office.context.mailbox.item as ReadMail | null | undefined;
    return item ?? null;
  } catch {
    return null;
  }
}

/**
 * The request that a notice of the service points to. Only a hint: anybody can write such a header,
 * so that it is asked for under the reader's own rights and tells nothing by itself.
 */
export async function readRequestHint(call: Call, item: ReadMail | null): Promise<string | null> {
  if (item === null) return null;
  const headers = await call<string>(
    offers(item, "getAllInternetHeadersAsync")
      ? (done) => item.getAllInternetHeadersAsync(done)
      : null,
  );
  return headers.ok ? parseRequestHint(headers.value) : null;
}

const HEADER = /^x-sekisho-request:[ \t]*(.*)$/i;
const ID = /^[A-Za-z0-9_-]{22}$/;

/** Exactly one such header with exactly one id; anything else points nowhere. */
export function parseRequestHint(headers: unknown): string | null {
  if (typeof headers !== "string") return null;
  const found = headers
    .split(/\r\n|\r|\n/)
    .map((line) => HEADER.exec(line))
    .filter((match) => match !== null);
  const [first] = found;
  const id = (first?.[1] ?? "").trim();
  return found.length === 1 && ID.test(id) ? id : null;
}

const ITEM_CHANGED = "ItemChanged";

/** Tells that another mail, or none, is chosen while the pane is pinned. */
export async function onItemChanged(call: Call, listener: () => void): Promise<void> {
  const { mailbox } = Office.context;
  const type = (Office.EventType as unknown as Readonly<Record<string, Office.EventType>>)[
    ITEM_CHANGED
  ];
  await call<void>(
    type !== undefined && offers(mailbox, "addHandlerAsync")
      ? (done) => mailbox.addHandlerAsync(type, listener, done)
      : null,
  );
}
