import type { Rule } from "./context";
import { attachmentToOutside } from "./rules/attachment-to-outside";
import { bulk } from "./rules/bulk";
import { cameAlong } from "./rules/came-along";
import { couldNotLook } from "./rules/could-not-look";
import { mailToOutside } from "./rules/mail-to-outside";
import { massDataInside } from "./rules/mass-data-inside";
import { massDataToConsumer } from "./rules/mass-data-to-consumer";
import { noRecipients } from "./rules/no-recipients";
import { othersToOutside } from "./rules/others-to-outside";
import { recipientFileMismatch } from "./rules/recipient-file-mismatch";
import { visibleOutsideAddresses } from "./rules/visible-outside-addresses";

/** Every rule is asked about every mail. `message-unreadable` has no rule: there is no mail to ask. */
export const RULES: readonly Rule[] = [
  noRecipients,
  visibleOutsideAddresses,
  massDataToConsumer,
  cameAlong,
  othersToOutside,
  attachmentToOutside,
  couldNotLook,
  bulk,
  recipientFileMismatch,
  mailToOutside,
  massDataInside,
];
