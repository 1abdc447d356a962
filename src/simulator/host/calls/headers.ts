import type { ComposeItem } from "../../compose-item";
import { fieldsOf } from "../envelope";
import { ErrorCode } from "../error-code";
import { done, failed, listOf, textOf } from "./call";
import type { CallTable } from "./call";

const HEADER_BYTES = 256 * 1024;

type Headers = Readonly<Record<string, string>>;

const chosen = (headers: Headers, keys: readonly unknown[], isWanted: boolean): Headers =>
  Object.fromEntries(Object.entries(headers).filter(([key]) => keys.includes(key) === isWanted));

/** Internet headers that travel with the mail. */
export const headerCalls: CallTable<ComposeItem> = {
  151: (item, params) =>
    done(chosen(item.internetHeaders, listOf(params["internetHeaderKeys"]), true)),
  152: (item, params) => {
    const added = Object.entries(fieldsOf(params["internetHeaderNameValuePairs"]));
    const next = {
      ...item.internetHeaders,
      ...Object.fromEntries(added.map(([key, value]) => [key, textOf(value)])),
    };
    if (JSON.stringify(next).length > HEADER_BYTES) return failed(ErrorCode.invalidParameterValue);
    item.internetHeaders = next;
    return done();
  },
  153: (item, params) => {
    item.internetHeaders = chosen(
      item.internetHeaders,
      listOf(params["internetHeaderKeys"]),
      false,
    );
    return done();
  },
};
