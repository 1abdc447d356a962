import type { ComposeItem } from "../compose-item";
import type { Person } from "../model";
import { attachmentCalls } from "./calls/attachments";
import { failed } from "./calls/call";
import type { Answer, CallContext, CallTable } from "./calls/call";
import { contentCalls } from "./calls/content";
import { headerCalls } from "./calls/headers";
import { notificationCalls } from "./calls/notifications";
import { propertyCalls } from "./calls/properties";
import { recipientCalls } from "./calls/recipients";
import { sessionDataCalls } from "./calls/session-data";
import { settingsCalls } from "./calls/settings";
import { commonWindowCalls, composeWindowCalls } from "./calls/window";
import type { Fields } from "./envelope";
import { ErrorCode } from "./error-code";
import type { Manifest } from "./manifest";

/** What a frame asks about the item that it stands beside. */
export interface Mailbox {
  readonly mode: "read" | "compose";
  /** Null: no item is selected. */
  initialData(): object | null;
  execute(dispatchId: number, params: Fields): Answer;
}

const PERMISSIONS = { ReadItem: 1, ReadWriteMailbox: 2, ReadWriteItem: 3 } as const;
const MESSAGE_COMPOSE = 4;

/** What the library is told at the start and with every change of item. */
export const commonInitialData = (owner: Person, manifest: Manifest) => ({
  permissionLevel: PERMISSIONS[manifest.permissions],
  hostVersion: "20240101.1",
  owaView: "ThreeColumns",
  userDisplayName: owner.name,
  userEmailAddress: owner.address,
  userProfileType: "office365",
  userTimeZone: "Tokyo Standard Time",
  timeZoneOffsets: null,
  isRestIdSupported: true,
  isFromSharedFolder: false,
  openWindowOpen: false,
  extensionId: manifest.id,
});

export function answer<Item>(
  table: CallTable<Item>,
  item: Item,
  call: { readonly dispatchId: number; readonly params: Fields },
  context: CallContext,
): Answer {
  const known = table[call.dispatchId];
  if (known) return known(item, call.params, context);
  context.note({ what: "unsupported-call", detail: String(call.dispatchId) });
  return failed(ErrorCode.operationNotSupported);
}

const COMPOSE_CALLS: CallTable<ComposeItem> = {
  ...settingsCalls,
  ...commonWindowCalls,
  ...composeWindowCalls,
  ...recipientCalls,
  ...contentCalls,
  ...attachmentCalls,
  ...notificationCalls,
  ...sessionDataCalls,
  ...propertyCalls,
  ...headerCalls,
};

/** The mailbox as an add-in sees it beside a message that is being written. */
export const composeMailbox = (item: ComposeItem, context: CallContext): Mailbox => ({
  mode: "compose",
  initialData: () => ({
    ...commonInitialData(item.owner, context.manifest),
    itemType: MESSAGE_COMPOSE,
    conversationId: item.conversationId,
    seriesId: null,
  }),
  execute: (dispatchId, params) => answer(COMPOSE_CALLS, item, { dispatchId, params }, context),
});
