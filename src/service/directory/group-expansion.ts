import type { Logger } from "pino";
import { normalAddress } from "../../text/address";
import type { ExpandGroup } from "../desk/group-members";
import { errorFields } from "../http/log";
import type { GraphDirectory } from "./graph-directory";

/** A person waits for the answer to a request meanwhile, in milliseconds. */
const PATIENCE = 8_000;

/** Lists of one tenant by Microsoft Graph; one that is late or fails is a list not looked into. */
export function expansionBy(
  graph: Pick<GraphDirectory, "expand">,
  tenant: string,
  logger: Logger,
  patience = PATIENCE,
): ExpandGroup {
  return async (asked, address) => {
    const normal = normalAddress(address);
    if (asked !== tenant || normal === null) return null;
    const found = graph.expand(normal).catch((error: unknown) => {
      logger.warn(errorFields(error), "a list could not be looked into");
      return null;
    });
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), patience);
    });
    return Promise.race([found, late]).finally(() => clearTimeout(timer));
  };
}
