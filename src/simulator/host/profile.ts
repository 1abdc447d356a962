/** In what the Outlook clients differ; each figure as Microsoft documents or users report it. */
export interface ClientProfile {
  /** Entries that one getAsync of a recipient field gives at most; the rest is cut off in silence. */
  readonly recipientCap: number;
  /** Characters of session data, names and values together. */
  readonly sessionDataChars: number;
  /** Requirement set "Mailbox" that the client claims. */
  readonly mailboxSet: string;
  /** Milliseconds that each call takes, as across processes. */
  readonly answerDelay: number;
  /** Milliseconds for which a forward's own files are not listed yet. */
  readonly forwardedFilesDelay: number;
  /** How an attached mail is listed: classic gives an item, the web a file. */
  readonly attachedMail: "item" | "file";
  /** A list of the person's own contacts: an entry without address, or no entry at all. */
  readonly contactList: "blank" | "missing";
  /** Milliseconds until the runtime page must have loaded, else the add-in is unavailable. */
  readonly loadLimit: number;
  /** Milliseconds after which "taking longer" is shown. */
  readonly takingLonger: number;
  /** Milliseconds after which the send handler is given up. */
  readonly sendLimit: number;
}

export const WEB: ClientProfile = {
  recipientCap: 1000,
  sessionDataChars: 50_000,
  mailboxSet: "1.15",
  answerDelay: 0,
  forwardedFilesDelay: 0,
  attachedMail: "file",
  contactList: "blank",
  loadLimit: 15_000,
  takingLonger: 5_000,
  sendLimit: 300_000,
};

/** Like classic Outlook in what it answers; it still runs in this page, not in classic's engine. */
export const CLASSIC_LIKE: ClientProfile = {
  ...WEB,
  recipientCap: 500,
  answerDelay: 30,
  forwardedFilesDelay: 1_500,
  attachedMail: "item",
};
