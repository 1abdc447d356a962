import { grouped, sizeInWords } from "../grouped";
import type { FixFacts, PaneTexts } from "../pane";

const counted = (count: number, one: string, many: string): string =>
  `${grouped(count)} ${count === 1 ? one : many}`;

const filesEn = ({ files }: FixFacts): string => {
  const [first] = files;
  return files.length === 1 && first !== undefined
    ? `“${first}”`
    : counted(files.length, "attachment", "attachments");
};

const people = ({ recipients }: FixFacts): string =>
  counted(recipients, "outside recipient", "outside recipients");

const FIELDS = { to: "To", cc: "Cc", bcc: "Bcc" } as const;

const fieldsEn = ({ fields }: FixFacts): string =>
  fields.map((field) => FIELDS[field]).join(" and ") || "their lines";

export const paneEn: PaneTexts = {
  stoppedAtSend: "Sending was stopped. The message has not left.",
  reading: "Reading the message…",
  inspecting: "Looking for personal data…",
  progress: (percent) => `${percent}% done`,
  cancel: "Cancel",
  recheck: "Check again",
  checkedAt: (time) => `As checked at ${time}`,

  together: (first, second) => `${first} ${second}`.trim(),
  verdicts: {
    allow: {
      label: "Can be sent",
      title: "You can send this",
      text: "Nothing was found that should stop it.",
    },
    confirm: {
      label: "Confirm",
      title: "Please confirm before sending",
      text: "Look at the points below and tick them; then it can be sent.",
    },
    "sign-off": {
      label: "Sign-off needed",
      title: "A manager has to sign this off",
      text: "It cannot be sent as it is. The buttons below fix what can be fixed.",
    },
    block: {
      label: "Cannot be sent",
      title: "This cannot be sent as it is",
      text: "Fix it as described below; it is then checked again.",
    },
  },
  signOffByTwo: "Two managers have to sign this off",
  noRecipientsYet: {
    title: "Add recipients",
    text: "Once there is a recipient, it is checked whether the message can be sent.",
  },
  exposure(others, outside, unclear) {
    const persons = outside > unclear ? [`${grouped(outside - unclear)} outside`] : [];
    const unknown = unclear > 0 ? [`${grouped(unclear)} unknown`] : [];
    const whom = [...persons, ...unknown].join(" and ");
    return `Data of ${counted(others, "person", "people")} →\u00a0${whom}`;
  },

  findings: "What was found",
  findingsFolded: (count) => `What was found (${count})`,
  samples: (count) => `Show examples (${grouped(count)}, partly hidden)`,
  couldNotLook: (count) => `Could not be looked into (${grouped(count)})`,

  fix: {
    "move-outside-to-bcc": (facts) => `Move ${people(facts)} to Bcc`,
    "remove-outside-recipients": (facts) => `Remove ${people(facts)}`,
    "remove-attachment": (facts) => `Remove ${filesEn(facts)}`,
    "remove-came-along": (facts) => `Remove ${filesEn(facts)} that came along`,
    "my-text-only": () => "Keep my own text only",
  },
  fixing: "Changing the message…",
  fixed: {
    "move-outside-to-bcc": (facts) =>
      `Moved ${people(facts)} from ${fieldsEn(facts)} to Bcc. To undo, move them back from Bcc to ${fieldsEn(facts)}.`,
    "remove-outside-recipients": (facts) =>
      `Removed ${people(facts)} from ${fieldsEn(facts)}. “Undo” puts them back there.`,
    "remove-attachment": (facts) => `Removed ${filesEn(facts)}. To undo, attach again.`,
    "remove-came-along": (facts) =>
      `Removed ${filesEn(facts)} that came along. To undo, attach again.`,
    "my-text-only": () =>
      "This message now has your own text and the outside recipients only (in Bcc if several). Quoted text, inside recipients and attachments are gone. “Undo” brings back text and inside recipients; attach files again.",
  },
  fixProblems: {
    unsupported:
      "Your Outlook cannot do this from here. The message is as it was. Change it by hand, or update Outlook.",
    failed: "The message could not be changed and is as it was. Try again, or change it by hand.",
    changed:
      "The message changed in the meantime, so nothing was done. It has been checked as it is now: try again.",
    group:
      "There is a group, or a recipient without an address, so nothing was changed automatically. Change it in the recipient lines.",
    left: "What can be changed was changed. Change the lines with a group, or a recipient without an address, by hand.",
    partly:
      "Only some attachments could be removed. Remove the others in the message. Below is the message as it is now.",
    missing: "It stopped halfway and could not be undone. Please enter these recipients again:",
    "half-done":
      "It stopped halfway, and subject and text could not be put back. No recipient is lost. Please look through subject and text.",
    nothing: "There was nothing left to change.",
  },
  undo: "Undo",
  undone: (fix) =>
    fix === "my-text-only"
      ? "Text and inside recipients are back. Attach removed files again."
      : "The recipients are back where they were.",
  missingRecipients: "Recipients that were lost",
  removeChosen: (count) => `Remove ${counted(count, "chosen recipient", "chosen recipients")}`,

  confirmTick: "I have checked this",
  confirmLeft: (count) => `${counted(count, "point", "points")} left to confirm.`,
  confirmed: {
    title: "Now press Send",
    text: "Your confirmation was taken. It can be sent like this within 8 hours. If the content changes, you are asked again.",
  },
  confirmNotStored:
    "The confirmation could not be stored. Tick again, or press Send: you are asked once more then.",
  confirmStoring: "Storing the confirmation…",

  recipients: "Recipients",
  outside: (count) => `${grouped(count)} outside`,
  inside: (count) => `${grouped(count)} inside`,
  unknownDomain: "Recipients whose address is not clear",
  consumer: "Private mail",
  group: "Group",
  fields: { to: "To", cc: "Cc", bcc: "Bcc" },
  noRecipients: "No recipients yet.",
  chooseRecipient: (address) => `Choose ${address}`,
  more: (count) => `Show ${grouped(count)} more`,

  attachments: "Attachments",
  statuses: {
    clean: "No personal data",
    found: "Personal data",
    uninspectable: "Could not be looked into",
  },
  persons: (count) => counted(count, "person", "people"),
  size: sizeInWords,
  sizeUnknown: "Size unknown",
  digest: "Fingerprint of this mail",
  removeFile: "Remove",
  removeFileNamed: (name) => `Remove “${name}”`,

  failures: {
    "no-mail": {
      title: "No message is being written",
      text: "Open the message you are writing again, then open this pane once more.",
    },
    "mail-unreadable": {
      title: "The message could not be read",
      text: "Outlook does not answer. Wait a moment and press “Check again”. If it goes on, save the message as a draft and open it again.",
    },
    "mail-changing": {
      title: "The message is still loading",
      text: "Attachments or a quoted mail are still being loaded. Wait a moment and press “Check again”.",
    },
    "inspection-failed": {
      title: "The check stopped halfway",
      text: "The content was not looked at to the end, so nobody can say that it may be sent. Press “Check again”. If it goes on, attach less or tell your support.",
    },
    "inspection-late": {
      title: "The check takes too long",
      text: "The attachments seem to be large. Split them or attach less, then press “Check again”.",
    },
    cancelled: {
      title: "The check was cancelled",
      text: "Nothing has been checked yet. If you press Send now, it is checked then.",
    },
  },
  reader: {
    title: "Sekisho checks mail that you send",
    text: "It does nothing to mail that you receive. Open this pane while you write a message.",
    points: [
      "It looks, on this machine, for other people’s personal data in messages and attachments to outside.",
      "If something is wrong it stops Send, says why, and helps to fix it.",
      "The content of the message does not leave this machine for the check.",
    ],
    showDesk: "Show requests to decide",
  },
};
