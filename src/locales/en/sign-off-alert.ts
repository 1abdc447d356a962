import type { SignOffAlertTexts } from "../alert";
import type { TitleAndText } from "../pane";

const always = (title: string, text: string) => (): TitleAndText => ({ title, text });

export const signOffAlertEn: SignOffAlertTexts = {
  stops: {
    "no-service": always("This mail was not sent.", ""),
    "no-policy": always(
      "This mail was not sent: your company’s settings are not known here.",
      "Press “Open Sekisho” to fetch them; a sign-off can be asked for there too.",
    ),
    "policy-ended": always(
      "This mail was not sent: your company’s settings have ended.",
      "Press “Open Sekisho” to renew them, then press Send again.",
    ),
    "too-old": always(
      "This mail was not sent: this version of Sekisho is too old.",
      "Close Outlook and open it again to get the new one. If this goes on, tell your IT desk.",
    ),
    "not-askable": always(
      "This mail was not sent: something in it cannot be signed off.",
      "Press “Open Sekisho” to see what to mend before a sign-off can be asked for.",
    ),
    "not-asked": always(
      "This mail was not sent: it needs a sign-off.",
      "Press “Open Sekisho” to ask for it.",
    ),
    waiting: always(
      "This mail was not sent: the sign-off has not been given yet.",
      "Press Send again once it is signed off. “Open Sekisho” shows how it stands.",
    ),
    ended: always(
      "This mail was not sent: its sign-off has expired or was taken back.",
      "Press “Open Sekisho” to see why, and ask again.",
    ),
    changed: (changed) => ({
      title:
        changed === ""
          ? "This mail was not sent: it has changed since the sign-off was asked for."
          : `This mail was not sent: since the sign-off was asked for, ${changed} changed.`,
      text: "Undo the change, or press “Open Sekisho” to ask for the mail as it is now.",
    }),
    uncovered: always(
      "This mail was not sent: there is a point that was not there when it was signed off.",
      "Press “Open Sekisho” to look at it, and ask again.",
    ),
    used: always(
      "This mail was not sent: its sign-off was used for sending from another window.",
      "If that mail did not leave, press “Open Sekisho” and say so there; then it can be sent from here.",
    ),
    busy: always(
      "This mail was not sent: the sign-off service is busy.",
      "Wait a minute and press Send again.",
    ),
    refused: always(
      "This mail was not sent: the sign-off service did not let it go.",
      "Press “Open Sekisho” to look. If this goes on, tell your IT desk.",
    ),
    untrusted: always(
      "This mail was not sent: the sign-off service’s answer could not be verified.",
      "Press “Open Sekisho” once, then press Send again. If this goes on, tell your IT desk.",
    ),
    unreachable: always(
      "This mail was not sent: the sign-off service cannot be reached, so the sign-off cannot be checked.",
      "Check the network and press Send again. The mail is kept as a draft.",
    ),
    clock: always(
      "This mail was not sent: this computer’s clock is wrong.",
      "Set the clock or connect to the network, and press Send again.",
    ),
    "group-offline": always(
      "This mail was not sent: mail to a group needs the sign-off service, which cannot be reached.",
      "Check the network and press Send again.",
    ),
    moved: always(
      "This mail was not sent: it changed while it was being sent.",
      "See that nobody is editing it and that everything has loaded, and press Send again.",
    ),
    session: always(
      "This mail was not sent: Outlook did not keep a note of the sending.",
      "Wait a few seconds and press Send again. If this goes on, save the draft and open it again.",
    ),
  },
  fields: {
    tenant: "the company",
    sender: "the sender",
    from: "From",
    to: "To",
    cc: "Cc",
    bcc: "Bcc",
    subject: "the subject",
    body: "the text",
    attachments: "the attachments",
  },
  betweenFields: ", ",
};
