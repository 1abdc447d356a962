import { grouped } from "../grouped";
import type { NoticeCounts, NoticesTexts, NoticeWord } from "../notices";

const LEADS: Readonly<Record<NoticeWord, (sender: string) => string>> = {
  asked: (sender) => `${sender} asks for your sign-off of a mail that leaves the company.`,
  reminder: (sender) => `A request by ${sender} still waits for your sign-off.`,
  "stand-in": (sender) =>
    `A request by ${sender} waits. You may look at it in place of the manager.`,
  approved: () => "Your mail was approved. Open the same mail in Outlook and send it.",
  rejected: () => "Your mail was sent back. Please read why, and mend it.",
  revoked: () => "The approval was taken back. This mail cannot be sent.",
  expired: () => "The request has ended. Please ask again if you still need it.",
  expiring: () => "An approved mail was not sent yet; its approval ends soon.",
  superseded: (sender) => `${sender} has asked anew. The request before has ended.`,
  withdrawn: (sender) => `${sender} has taken a request back.`,
};

const counts = ({ others, outside, files }: NoticeCounts): string =>
  `Data of ${grouped(others)} people, to ${grouped(outside)} outside, in ${grouped(files)} files`;

export const noticesEn: NoticesTexts = {
  subjects: {
    asked: "Sekisho: sign-off asked for",
    reminder: "Sekisho: sign-off still waits",
    "stand-in": "Sekisho: please stand in",
    approved: "Sekisho: approved",
    rejected: "Sekisho: sent back",
    revoked: "Sekisho: approval taken back",
    expired: "Sekisho: request ended",
    expiring: "Sekisho: approval ends soon",
    superseded: "Sekisho: asked anew",
    withdrawn: "Sekisho: taken back",
  },
  text: (word, facts) => `${LEADS[word](facts.sender)}\n${counts(facts)}`,
  footer: "A reply to this mail decides nothing. Please use the page above.",
};
