import type { AskingTexts } from "../asking";
import { grouped } from "../grouped";
import { signOffAlertEn } from "./sign-off-alert";

export const askingEn: AskingTexts = {
  title: "Sign-off",
  noService: {
    title: "A sign-off cannot be asked for yet",
    text: "It becomes possible here once your company’s sign-off service is set up. Until then, mend the message with the buttons above, or ask your manager for another way.",
  },
  connecting: "Connecting to the sign-off service…",
  signedOut: {
    title: "Sign in to ask for a sign-off",
    text: "Sign in with your company account, so that it is known who asks.",
  },
  signInProblems: {
    cancelled: "The sign-in was called off. Your mail is as it was. Press again to start over.",
    unsupported:
      "This Outlook cannot sign you in. Update Outlook, or open the draft in Outlook on the web and ask there.",
    failed:
      "You could not be signed in. Check the network and press again. If this goes on, tell your IT desk.",
  },
  signIn: "Sign in",
  again: "Connect again",
  cannotAsk: {
    title: "A sign-off cannot be asked for like this",
    text: "Something in it or somebody it goes to could not be looked at, so there is nothing definite to sign off. Follow what is said above: take it out, or attach it as a file.",
  },

  ask: {
    title: "Ask your manager for a sign-off",
    text: "Once signed off, this mail can be sent exactly as it is.",
  },
  askAgain: {
    title: "Ask again",
    text: "A new request is made for the mail as it is now. Your manager also sees what is different from the last one.",
  },
  reason: "Why it is sent",
  chooseReason: "Please choose",
  note: "The reason in your own words",
  noteWanted: (others) =>
    `It holds the data of ${grouped(others)} other people: please write why it has to be sent.`,
  noteHint: "Your manager reads it as you write it (500 characters at most).",
  urgent: "Urgent",
  urgentHint: "When a customer is waiting, for example. It comes first in your manager’s list.",
  whatIsSent:
    "When you ask, the recipients, the text and the attachments of this mail go to your company’s sign-off service and are kept there encrypted.",
  askButton: "Ask for a sign-off",
  missing: {
    reason: "Please choose why it is sent.",
    note: "Please write down the reason.",
  },

  steps: {
    saving: "Saving the draft…",
    reading: "Reading the mail once more…",
    sending: "Handing it to the sign-off service…",
    asking: "Asking…",
  },
  progress: (percent) => `${percent}%`,
  cancel: "Cancel",

  waiting: "Waiting for the sign-off",
  waitingFor: (who) => `Asked: ${who}`,
  askedAt: (time) => `Asked at ${time}`,
  expiresAt: (time) => `It waits until ${time}. Once signed off, send it within 24 hours.`,
  twoManagers: (done) => `Two people have to agree (${done} so far).`,
  outsideUnit: "One of them is from another unit.",
  privacyOfficer: "The privacy officer has to agree.",
  reminder: (to, time) =>
    ({
      manager: `Reminded again at ${time}.`,
      deputy: `The deputy is told too at ${time}.`,
      "duty-pool": `Whoever is on duty is told too at ${time}.`,
    })[to],
  whileWaiting:
    "You may close this pane and the mail; open the draft to see how it stands. If you change the mail, you have to ask again.",
  withdraw: "Withdraw the request",
  withdrawing: "Withdrawing…",
  notLive: "This is not updated by itself at the moment. Press “Check again” for the latest.",

  approved: "Signed off: now press Send",
  approvedBy: (name, time) => `Signed off by ${name} at ${time}.`,
  sendUntil: (time) => `It can be sent until ${time}.`,
  storing: "Putting the sign-off into this mail…",
  notStored:
    "The sign-off could not be put into this mail. With a network you can press Send all the same.",
  storeAgain: "Try again",
  approvedNotice: "This mail is signed off. Press Send without changing it.",
  endedNotice: "The sign-off does not count for this mail any more. Open “Check before sending”.",
  dontChange: "If you change recipients, text or attachments, this sign-off no longer counts.",

  rejected: (name) => `${name} did not sign it off`,
  comment: (text) => `Comment: ${text}`,
  noComment: "There is no comment.",
  changeAndAsk: "Change the mail, then ask again.",
  askAgainButton: "Ask again",

  changed: (fields) =>
    fields === "" ? "The mail has changed since you asked" : `Since you asked, ${fields} changed`,
  changedText: {
    requested:
      "Your manager sees the mail as it was. Undo the change, or ask again for the mail as it is now.",
    approved:
      "The sign-off is for the mail as it was. Undo the change, or ask for what is different.",
  },
  askDifference: "Ask for what is different",
  fields: signOffAlertEn.fields,
  betweenFields: signOffAlertEn.betweenFields,

  over: {
    withdrawn: { title: "The request was withdrawn", text: "To send the mail, ask again." },
    superseded: {
      title: "A newer request has taken its place",
      text: "It was asked again from the same draft in another window.",
    },
    expired: {
      title: "It has expired",
      text: "It was not signed off, or not sent, in time. To send the mail, ask again.",
    },
    revoked: {
      title: "The sign-off was taken back",
      text: "Ask the person who gave it why. To send the mail, ask again.",
    },
  },
  released: {
    title: "This sign-off was used for sending",
    text: "From this window you may press Send again. Only if you tried in another window and the mail did not leave, press the button below. That you pressed it is recorded.",
  },
  reopen: "It did not leave: send it from this window",
  reopening: "Making it possible to send…",
  needless: {
    title: "This mail needs no sign-off any more",
    text: "The request that you made can be withdrawn.",
  },

  problems: {
    "not-saved": () =>
      "The draft could not be saved, so nothing was asked. Wait a moment and press again.",
    "mail-unreadable": () =>
      "The mail could not be read once more, so nothing was asked. Wait a moment and press again.",
    "mail-changing": (names) =>
      `The mail is still changing${names === "" ? "" : ` (${names})`}, so nothing was asked. When editing and loading have ended, press again.`,
    "mail-changed": () =>
      "The mail changed after it was checked, so nothing was asked. It is being checked again; press again afterwards.",
    "file-unreadable": (names) =>
      `An attachment could not be read (${names}), so nothing was asked. Save it on your computer and attach it as a file.`,
    "not-askable": () =>
      "There is nothing definite to sign off, so nothing was asked. Follow what is said above.",
    "no-item": () =>
      "Outlook did not keep this mail’s mark, so nothing was asked. Save the draft, open it again and press again.",
    "digest-differs": () =>
      "What the service received is not this mail, so the request was withdrawn. Press again. If this goes on, tell your IT desk.",
  },

  openTitle: "Your other mails: waiting, or signed off and not sent",
  openNote: "To send one that is signed off, open its draft and press Send.",
  noSubject: "(no subject)",
  waitsUntil: (time) => `Waits for the sign-off until ${time}.`,
  openLine: ({ others, outside, files }) =>
    `${others > 0 ? `Data of ${grouped(others)} → ` : ""}${grouped(outside)} outside${files > 0 ? `, ${grouped(files)} attached` : ""}`,
};
