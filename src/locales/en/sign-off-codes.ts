import type { DirectoryCodesTexts, TokenCodesTexts } from "../sign-off-codes";

const RENEW = "Open the check pane: it fetches a new one.";
const ASK_IT = "If it goes on after opening the check pane, tell your IT department.";

export const tokenCodesEn: TokenCodesTexts = {
  "token/malformed": {
    what: "The data of a sign-off or of the settings is damaged.",
    remedy: RENEW,
  },
  "token/type": { what: "This is data for another purpose.", remedy: ASK_IT },
  "token/algorithm": { what: "It is signed in a way that is not accepted.", remedy: ASK_IT },
  "token/key": { what: "It is signed with a key that is not in use now.", remedy: RENEW },
  "token/signature": { what: "Its signature is wrong.", remedy: ASK_IT },
  "token/expired": { what: "It has expired.", remedy: RENEW },
  "token/not-yet": {
    what: "It is not valid yet.",
    remedy: "Check that the clock of this computer is right.",
  },
  "token/tenant": { what: "It belongs to another company.", remedy: ASK_IT },
  "token/serial": { what: "It is older than the one before.", remedy: RENEW },
  "token/mailbox": { what: "It belongs to another mailbox.", remedy: RENEW },
  "token/bundle": {
    what: "This version of Sekisho is too old.",
    remedy: "Close Outlook and open it again.",
  },
};

export const directoryCodesEn: DirectoryCodesTexts = {
  "directory/twice": {
    what: "The same id, account, address or person is there twice.",
    remedy: "Remove one of the two.",
  },
  "directory/unknown-unit": {
    what: "It names a unit that is not in the directory.",
    remedy: "Add the unit, or name the right one.",
  },
  "directory/unknown-person": {
    what: "It names a person who is not in the directory.",
    remedy: "Add the person, or name the right one.",
  },
  "directory/address": {
    what: "This cannot be read as a mail address.",
    remedy: "Write it in lower case, like name@example.co.jp.",
  },
  "directory/dates": {
    what: "A deputy's time ends before it begins.",
    remedy: "Set an end that is after the beginning.",
  },
  "directory/not-manager": {
    what: "A deputy stands in for somebody who does not manage the unit.",
    remedy: "Choose one of the unit's managers.",
  },
  "directory/cycle": {
    what: "Going up from this unit leads back to it.",
    remedy: "Correct the unit above.",
  },
  "directory/no-manager": {
    what: "The unit has no manager who could decide.",
    remedy: "Name at least one manager who is still here and can sign in.",
  },
  "directory/no-second-approver": {
    what: "Nobody could decide about the manager's own mail.",
    remedy: "Name another manager, one of the unit above, or somebody on duty.",
  },
};
