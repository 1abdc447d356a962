/** What the send event does with a ticket, for the engine of 2016 in `realm.test.ts`. */
import { readKeySet } from "../../../src/approval/tokens/key-set";
import { lookupId } from "../../../src/approval/tokens/lookup";
import { readPolicyToken } from "../../../src/approval/tokens/policy-token";
import { readTicket } from "../../../src/approval/tokens/ticket";
import { parsePolicy } from "../../../src/policy/schema";

/** The one object that such a host gives. */
declare const Office: { read: unknown };

Office.read = { readKeySet, readTicket, readPolicyToken, parsePolicy, lookupId };
