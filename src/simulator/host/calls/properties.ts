import { fieldsOf } from "../envelope";
import { ErrorCode } from "../error-code";
import { done, failed } from "./call";
import type { CallTable } from "./call";

const CUSTOM_PROPERTIES_CHARS = 2_500;

/** Kept with the item by whichever window shows it. */
export interface PropertyHolder {
  customProperties: Readonly<Record<string, unknown>>;
}

export const propertyCalls: CallTable<PropertyHolder> = {
  3: (item) => ({ wasSuccessful: true, customProperties: JSON.stringify(item.customProperties) }),
  4: (item, params) => {
    const properties = fieldsOf(params["customProperties"]);
    if (JSON.stringify(properties).length > CUSTOM_PROPERTIES_CHARS)
      return failed(ErrorCode.genericResponseError);
    item.customProperties = properties;
    return done();
  },
};
