import type { AlertTexts } from "../alert";
import { signOffAlertEn } from "./sign-off-alert";

const people = (count: number): string => (count === 1 ? "1 person" : `${count} people`);
const files = (count: number): string => (count === 1 ? "1 attachment" : `${count} attachments`);

export const alertEn: AlertTexts = {
  stopped: "This mail was not sent.",
  pleaseConfirm: "Please check before sending.",
  more: (count) => (count === 1 ? "There is 1 more point." : `There are ${count} more points.`),
  openPane: "Open Sekisho",
  toFix: "Press “Open Sekisho” to see why, and to fix it there.",
  toSendAnyway: "To look again, press “Open Sekisho”.",
  toConfirmInPane:
    "Press “Open Sekisho”, look at the content, tick that you have checked it, and press Send again.",
  mishaps: {
    late: "Checking took too long, so the mail was not sent. Please press Send again. If this goes on, remove large attachments or press “Open Sekisho”. The mail is kept as a draft.",
    broken:
      "Something went wrong while checking, so the mail was not sent, to be safe. Please press Send again. If this goes on, restart Outlook; if that does not help, tell your IT desk. The mail is kept as a draft.",
    unanswered:
      "Outlook did not hand over the recipients, the text or the attachments, so the mail was not sent. Wait a few seconds and press Send again. If this goes on, save the draft and open it again.",
    changing:
      "The text or an attachment is still being loaded, so the mail was not sent. Wait a few seconds until loading has ended and press Send again.",
    unsupported:
      "This version of Outlook is too old to look into the mail, so it was not sent. Update Outlook or send from Outlook in the browser.",
    "no-sender":
      "It is not known who sends this mail, so it was not sent. Choose From again, or save the draft and open it again, and press Send.",
  },
  wouldBeStopped: "This cannot be sent as it is: open “Check before sending”.",
  outsideNotice: (outside, attachments) =>
    attachments === 0
      ? `This mail goes to ${people(outside)} outside. It will be checked when you send it.`
      : `This mail goes to ${people(outside)} outside with ${files(attachments)}. It will be checked when you send it.`,
  policyEndsSoon:
    "Sekisho’s settings end soon. Open Sekisho once to renew them; afterwards, all mail to outside is stopped.",
  policyEnded:
    "Sekisho’s settings have ended. Open Sekisho to renew them; until then, mail to outside is stopped.",
  signOff: signOffAlertEn,
  between: " ",
};
