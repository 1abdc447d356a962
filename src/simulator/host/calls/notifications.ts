import type { Notification, NotificationAction, NotificationType } from "../../compose-item";
import { fieldsOf } from "../envelope";
import type { Fields } from "../envelope";
import { ErrorCode } from "../error-code";
import type { Manifest } from "../manifest";
import { done, failed, listOf, textOf } from "./call";
import type { Answer, CallTable } from "./call";

/** In the order of the library's numbers. */
const TYPES: readonly NotificationType[] = [
  "informationalMessage",
  "progressIndicator",
  "errorMessage",
  "insightMessage",
];
const MESSAGE_CHARS = 150;
const PER_ITEM = 5;

/** Whatever shows a bar of notices: the message being written, or the one being read. */
export interface NoticeBar {
  notifications: readonly Notification[];
}

function actionOf(value: unknown): NotificationAction {
  const fields = fieldsOf(value);
  return {
    actionType: textOf(fields["actionType"]),
    actionText: textOf(fields["actionText"]),
    commandId: textOf(fields["commandId"]),
    contextData: fields["contextData"],
  };
}

function notificationOf(params: Fields): Notification | null {
  const type = TYPES[Number(params["type"])];
  if (!type) return null;
  const actions = listOf(params["actions"]).map(actionOf);
  return {
    key: textOf(params["key"]),
    type,
    message: textOf(params["message"]),
    ...(typeof params["icon"] === "string" ? { icon: params["icon"] } : {}),
    ...(typeof params["persistent"] === "boolean" ? { persistent: params["persistent"] } : {}),
    ...(actions.length > 0 ? { actions } : {}),
  };
}

function isWellFormed(notice: Notification, { images, controls }: Manifest): boolean {
  const needsIcon = notice.type === "informationalMessage" || notice.type === "insightMessage";
  return (
    notice.message.length <= MESSAGE_CHARS &&
    (!needsIcon || images.has(notice.icon ?? "")) &&
    (notice.actions ?? []).every(({ commandId }) => controls.some(({ id }) => id === commandId))
  );
}

/** Adds, or replaces the one with the same key. */
function put(bar: NoticeBar, notice: Notification | null, manifest: Manifest): Answer {
  if (!notice || !isWellFormed(notice, manifest)) return failed(ErrorCode.invalidParameterValue);
  const others = bar.notifications.filter(({ key }) => key !== notice.key);
  const hasInsight = others.some(({ type }) => type === "insightMessage");
  if (others.length >= PER_ITEM || (hasInsight && notice.type === "insightMessage"))
    return failed(ErrorCode.numberOfNotificationsExceeded);
  bar.notifications = [...others, notice];
  return done();
}

const has = (bar: NoticeBar, key: unknown): boolean =>
  bar.notifications.some((each) => each.key === key);

export const notificationCalls: CallTable<NoticeBar> = {
  33: (bar, params, { manifest }) =>
    has(bar, params["key"])
      ? failed(ErrorCode.duplicateNotificationKey)
      : put(bar, notificationOf(params), manifest),
  34: (bar) => done(bar.notifications),
  35: (bar, params, { manifest }) => put(bar, notificationOf(params), manifest),
  36: (bar, params) => {
    if (!has(bar, params["key"])) return failed(ErrorCode.notificationKeyNotFound);
    bar.notifications = bar.notifications.filter(({ key }) => key !== params["key"]);
    return done();
  },
};
