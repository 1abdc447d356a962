import type { ComposeItem } from "../../compose-item";
import { ErrorCode } from "../error-code";
import { done, failed, textOf } from "./call";
import type { CallTable } from "./call";

const chars = (data: Readonly<Record<string, string>>): number =>
  Object.entries(data).reduce((sum, [name, value]) => sum + name.length + value.length, 0);

/** Lives as long as the compose window, is gone when a draft is opened again. */
export const sessionDataCalls: CallTable<ComposeItem> = {
  185: (item, params, { profile }) => {
    const next = { ...item.sessionData, [textOf(params["name"])]: textOf(params["value"]) };
    if (chars(next) > profile.sessionDataChars) return failed(ErrorCode.sessionDataExceeded);
    item.sessionData = next;
    return done();
  },
  186: (item, params) => {
    const value = item.sessionData[textOf(params["name"])];
    return value === undefined ? failed(ErrorCode.keyNotFound) : done(value);
  },
  187: (item) => done(item.sessionData),
  188: (item) => {
    item.sessionData = {};
    return done();
  },
  189: (item, params) => {
    const { [textOf(params["name"])]: removed, ...rest } = item.sessionData;
    if (removed === undefined) return failed(ErrorCode.keyNotFound);
    item.sessionData = rest;
    return done();
  },
};
