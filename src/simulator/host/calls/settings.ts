import { ErrorCode } from "../error-code";
import { done, failed } from "./call";
import type { CallTable } from "./call";

/** The library hands all settings over in a list of one. */
export const settingsCalls: CallTable<unknown> = {
  404: (_, params, { account }) =>
    account.settings.write(params["0"]) ? done() : failed(ErrorCode.genericSettingsError),
};
