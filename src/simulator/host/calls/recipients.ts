import { RECIPIENT_FIELDS } from "../../../core/recipient";
import type { RecipientField } from "../../../core/recipient";
import type { ComposeItem, ComposeRecipient } from "../../compose-item";
import { addressKey } from "../../model";
import type { Addressee } from "../../model";
import { fieldsOf } from "../envelope";
import type { Fields } from "../envelope";
import { ErrorCode } from "../error-code";
import type { ClientProfile } from "../profile";
import { done, failed, listOf, textOf } from "./call";
import type { Answer, CallContext, CallTable } from "./call";

const RecipientType = { other: 0, distributionList: 1, user: 2, externalUser: 3 } as const;
/** Entries of one setAsync or addAsync. */
const PER_CALL = 100;

interface HostRecipient {
  readonly name: string;
  readonly address: string;
  readonly recipientType: number;
}

const domainOf = (address: string): string => addressKey(address.slice(address.lastIndexOf("@")));

/** As the client hands out an address; a list of the person's own contacts loses everything. */
export function hostRecipient(addressee: Addressee, ownAddress: string): HostRecipient {
  const { name, address, group } = addressee;
  if (group === "contact-list")
    return { name: "", address: "", recipientType: RecipientType.other };
  if (group) return { name, address, recipientType: RecipientType.distributionList };
  const isOwn = domainOf(address) === domainOf(ownAddress);
  return { name, address, recipientType: isOwn ? RecipientType.user : RecipientType.externalUser };
}

const fieldOf = (params: Fields): RecipientField =>
  RECIPIENT_FIELDS[Number(params["recipientField"])] ?? "to";

function visible(
  list: readonly ComposeRecipient[],
  { contactList, recipientCap }: ClientProfile,
): readonly ComposeRecipient[] {
  const isHanded = ({ unresolved, group }: ComposeRecipient) =>
    !unresolved && !(group === "contact-list" && contactList === "missing");
  return list.filter(isHanded).slice(0, recipientCap);
}

/** The directory knows lists and names again; what is no address stays typed text. */
function recipientFrom(entry: Fields, { shell }: CallContext): ComposeRecipient {
  const address = textOf(entry["address"]).trim();
  const name = textOf(entry["name"]) || address;
  const known = shell.lookUp?.(address);
  if (known) return known;
  return address.includes("@") ? { name, address } : { name, address, unresolved: true };
}

function write(item: ComposeItem, params: Fields, context: CallContext, adding: boolean): Answer {
  const entries = listOf(params["recipientArray"]).map(fieldsOf);
  if (entries.length > PER_CALL) return failed(ErrorCode.numberOfRecipientsExceeded);
  // An entry that was read blank cannot be written back.
  if (entries.some((entry) => textOf(entry["address"]) === ""))
    return failed(ErrorCode.invalidParameter);
  const list = entries.map((entry) => recipientFrom(entry, context));
  if (adding) item.addRecipients(fieldOf(params), list);
  else item.setRecipients(fieldOf(params), list);
  return done();
}

/** to, cc and bcc; from. */
export const recipientCalls: CallTable<ComposeItem> = {
  15: (item, params, { profile }) =>
    done(
      visible(item.recipients(fieldOf(params)), profile).map((each) =>
        hostRecipient(each, item.owner.address),
      ),
    ),
  21: (item, params, context) => write(item, params, context, false),
  22: (item, params, context) => write(item, params, context, true),
  107: (item) => done(hostRecipient(item.from, item.owner.address)),
};
