import type { ComposeItem } from "../../compose-item";
import { ErrorCode } from "../error-code";
import { done, failed, listOf, paneOnly, textOf } from "./call";
import type { Answer, Call, CallTable } from "./call";

const addresses = (value: unknown): readonly string[] => listOf(value).map(textOf);

const openMessageForm: Call<unknown> = (_, params, { shell }) => {
  shell.openMessageForm({
    to: addresses(params["toRecipients"]),
    cc: addresses(params["ccRecipients"]),
    bcc: addresses(params["bccRecipients"]),
    subject: textOf(params["subject"]),
    html: textOf(params["htmlBody"]),
  });
  return done();
};

const replying = (all: boolean): Call<unknown> =>
  paneOnly(function openReplyForm(_, params, { shell }) {
    shell.openReplyForm({ all, html: textOf(params["htmlBody"]) });
    return done();
  });

/** Telemetry that nobody here listens to. */
const ignored = (): Answer => null;

/** What every window of the client answers. */
export const commonWindowCalls: CallTable<unknown> = {
  44: paneOnly(openMessageForm),
  178: paneOnly(openMessageForm),
  163: ignored,
  193: ignored,
  400: ignored,
  401: ignored,
  402: ignored,
};

export const readWindowCalls: CallTable<unknown> = {
  10: replying(false),
  30: replying(false),
  181: replying(false),
  183: replying(false),
  11: replying(true),
  31: replying(true),
  182: replying(true),
  184: replying(true),
};

export const composeWindowCalls: CallTable<ComposeItem> = {
  32: (item, _, { shell }) => {
    const itemId = shell.saveItem();
    item.markSaved(itemId);
    return done(itemId);
  },
  41: paneOnly(function closeItem(_, __, { shell }) {
    shell.closeItem();
    return null;
  }),
  99: (item) => done(item.initializationContext),
  164: (item) => (item.itemId === null ? failed(ErrorCode.itemNotSaved) : done(item.itemId)),
  174: (item) => done({ composeType: item.composeType, coercionType: "html" }),
  175: () => done(false),
  176: () => done(),
};
