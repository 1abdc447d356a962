import type { Facts } from "../../core/verdict";
import { countIn, numberIn, textIn, textsIn } from "../fact-words";
import { grouped } from "../grouped";
import type { RuleSentences } from "../rules";

/** “list.xlsx” and 2 more */
function files(facts: Facts): string {
  const [first, ...more] = textsIn(facts, "files");
  if (first === undefined) return "";
  return `“${first}”${more.length > 0 ? ` and ${more.length} more` : ""}`;
}

const many = (facts: Facts, name: string, one: string, more: string): string =>
  `${numberIn(facts, name)} ${countIn(facts, name) === 1 ? one : more}`;
const known = (facts: Facts): number => countIn(facts, "outside") - countIn(facts, "unclear");

/** A group is no outside person: who is in it cannot be seen. */
function outside(facts: Facts): string {
  const persons = `${grouped(known(facts))} outside ${known(facts) === 1 ? "recipient" : "recipients"}`;
  if (countIn(facts, "unclear") === 0) return persons;
  const unclear = many(facts, "unclear", "unknown recipient", "unknown recipients");
  return known(facts) > 0 ? `${persons} and ${unclear}` : unclear;
}
const persons = (facts: Facts): string => many(facts, "others", "person", "people");

/** How the mail may leave all the same; nothing where it may not. */
export function nextEn(facts: Facts): string {
  const managers = countIn(facts, "approvers");
  if (countIn(facts, "blocked") > 0) return "";
  if (managers === 2) return "If it is needed, ask two managers to sign it off.";
  if (managers === 1) return "If it is needed, ask your manager to sign it off.";
  return "If nothing is wrong, check it once more and send.";
}

export const rulesEn: RuleSentences = {
  "message-unreadable": {
    title: () => "The mail could not be read.",
    toDo: () => "Wait a moment and send again. Your draft is kept.",
  },
  "no-recipients": {
    title: () => "This mail goes to nobody.",
    toDo: () => "Add recipients.",
  },
  "visible-outside-addresses": {
    title: (facts) =>
      `${many(facts, "visible", "outside address", "outside addresses")} in To and Cc would be visible to every recipient.`,
    toDo: (facts) =>
      countIn(facts, "stops") > 0
        ? "Move the outside addresses to Bcc, or send one mail to each. Even a manager’s approval does not allow this."
        : "Move the outside addresses to Bcc, or make sure that these people may know of each other.",
  },
  "mass-data-to-consumer": {
    title: (facts) =>
      `Personal data of ${persons(facts)} would go to ${outside(facts)}, ${known(facts) > 0 ? "private addresses among them" : "perhaps private addresses"}.`,
    toDo: (facts) =>
      `Remove ${files(facts) || "the personal data from the text"}. Even a manager’s approval does not allow this.`,
  },
  "came-along": {
    title(facts) {
      const what = files(facts) || "A quoted inside mail";
      const whose = countIn(facts, "others") > 0 ? ` with personal data of ${persons(facts)}` : "";
      const start =
        countIn(facts, "unknown") > 0
          ? `The history of this draft is not known: ${what}`
          : `${what}, there before you began to write,`;
      return `${start} would go to ${outside(facts)}${whose}.`;
    },
    toDo: () => "Remove what came along from the earlier mail, or keep your own text only.",
  },
  "others-to-outside": {
    title: (facts) =>
      `Personal data of ${persons(facts)}${files(facts) && ` in ${files(facts)}`} would go to ${outside(facts)}.`,
    toDo: () => "Check that they may see it, and remove what they do not need.",
  },
  "attachment-to-outside": {
    title: (facts) =>
      `${many(facts, "count", "file", "files")} (${files(facts)}) would go to ${outside(facts)}.`,
    toDo: () => "Check that the files are for these recipients.",
  },
  "could-not-look": {
    title(facts) {
      const what = files(facts);
      if (what !== "") return `${what} could not be looked into and would go to ${outside(facts)}.`;
      return countIn(facts, "recipients") > 0
        ? `Nobody can see who is behind ${many(facts, "recipients", "recipient (such as a group)", "recipients (such as groups)")}.`
        : `A part of the text could not be looked into and would go to ${outside(facts)}.`;
    },
    toDo: (facts) =>
      countIn(facts, "recipients") > 0
        ? "Replace groups and unreadable recipients by single addresses."
        : "Attach it in a form that can be looked into, without a password, or remove it.",
  },
  bulk: {
    title: (facts) =>
      `This is a bulk mail to ${outside(facts)} (bulk begins at ${numberIn(facts, "limit")}).`,
    toDo: () => "Check that all of them should receive it.",
  },
  "recipient-file-mismatch": {
    title: (facts) =>
      `The mail is addressed to ${textIn(facts, "addressee")}, but ${files(facts)} seems to be about ${textsIn(facts, "persons").join(", ")}.`,
    toDo: () => "Check that it is not somebody else’s file.",
  },
  "mail-to-outside": {
    title: (facts) =>
      known(facts) > 0
        ? `This mail goes to ${outside(facts)}; mail to the outside needs a sign-off.`
        : `This mail goes to ${outside(facts)}. It may reach the outside and needs a sign-off.`,
    toDo: () => "Check recipients and content.",
  },
  "mass-data-inside": {
    title: (facts) =>
      `Personal data of ${persons(facts)} would go to ${many(facts, "inside", "inside recipient", "inside recipients")} at once.`,
    toDo: () => "Better give each person in charge a file with their own part only.",
  },
};
