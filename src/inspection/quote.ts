import { normalAddress } from "../text/address";

/** A mail quoted in the body, as far as its header tells. */
export interface QuotedMail {
  /** Addresses of its writer and of everybody it went to, in one spelling. */
  readonly participants: Set<string>;
  /** Addresses of its writer; none where the header shows only a name. */
  readonly writers: string[];
  /** A header with a writer and a second line: not a mere "From:" in a sentence. */
  isConfirmed: boolean;
}

const WRITER = /^(差出人|送信者|発信者|from|von|de)\s*:/i;
const RECIPIENT = /^(宛先|受信者|to|cc|bcc|c\.c\.)\s*:/i;
const OTHER_FIELD =
  /^(送信日時|送信日|受信日時|日時|日付|件名|重要度|添付ファイル|添付|優先度|sent|date|subject|importance|attachments|reply-to)\s*:/i;
const ORIGINAL =
  /^[-_=*\s]{2,}(original message|original appointment|forwarded message|forwarded by|元のメッセージ|転送されたメッセージ|転送メッセージ|元のメール|begin forwarded message)/i;
/** 2026年7月18日(土) 10:00 山田 太郎 <taro@example.com>: and its like in English. */
const ATTRIBUTION =
  /^(on\b.{4,160}\bwrote\s*:|\d{4}\s*[年/.-]\s*\d{1,2}.{4,160}(のメール|のメッセージ|より|wrote|書きました|送信)?\s*:)$/i;
const ADDRESS = /[^\s<>()[\]:;,"'@]{1,64}@[^\s<>()[\]:;,"'@]{1,253}/g;
const LONGEST_LINE = 20000;
const LONGEST_START = 400;
const LINES_OF_A_HEADER = 40;

/**
 * Follows the body line by line and says which quoted mail a line belongs to: headers of Outlook
 * and other programs, attributions, lines that begin with ">". Everything below a header is quoted.
 */
export class QuoteReader {
  /** Index 0 is the sender's own text. */
  readonly mails: QuotedMail[] = [newMail()];
  private current = 0;
  /** The mail that ">" lines belong to, and the one to go back to behind them. */
  private marked = 0;
  private before = 0;
  private inMarks = false;
  /** Lines of the header in hand so far; 0 outside of headers. */
  private headerLines = 0;
  private field: "writer" | "recipient" | "other" | null = null;
  private awaitsMarks = false;

  /** The last line belongs to the header of a quoted mail. */
  get inHeader(): boolean {
    return this.headerLines > 0;
  }

  /** The index of the mail that the line belongs to. */
  line(text: string): number {
    const isMarked = /^\s*[>|]/.test(text);
    if (isMarked) this.enterMarks();
    else if (this.inMarks && text.trim() !== "") this.leaveMarks();
    const start = text.slice(0, LONGEST_START).replace(/^[\s>|]+/, "");
    if (ORIGINAL.test(start)) this.begin(isMarked);
    else if (WRITER.test(start)) {
      if (!this.inHeader || this.field !== null) this.begin(isMarked);
      this.headerLine(start, text);
    } else if (this.inHeader && this.headerLine(start, text)) return this.current;
    else if (ATTRIBUTION.test(start.trim())) this.attribution(text, isMarked);
    return this.current;
  }

  private headerLine(start: string, text: string): boolean {
    this.headerLines += 1;
    if (WRITER.test(start)) this.field = "writer";
    else if (RECIPIENT.test(start)) this.field = "recipient";
    else if (OTHER_FIELD.test(start)) this.field = "other";
    else if (!this.goesOn(start)) {
      this.headerLines = 0;
      return false;
    }
    const mail = this.mails[this.current] as QuotedMail;
    if (this.field !== "writer") mail.isConfirmed = true;
    if (this.field === "writer" || this.field === "recipient") this.participants(mail, text);
    if (this.headerLines > LINES_OF_A_HEADER) this.headerLines = 0;
    return true;
  }

  /** A long list of recipients goes on in the next line. */
  private goesOn(start: string): boolean {
    return (
      this.field === "recipient" && /@[^\s@]+[>;,]?\s*[;,]?/.test(start) && /[;,<>]/.test(start)
    );
  }

  private participants(mail: QuotedMail, text: string): void {
    for (const found of text.slice(0, LONGEST_LINE).match(ADDRESS) ?? []) {
      const address = normalAddress(found);
      if (address === null) continue;
      mail.participants.add(address);
      if (this.field === "writer") mail.writers.push(address);
    }
  }

  private attribution(text: string, isMarked: boolean): void {
    this.begin(isMarked);
    const mail = this.mails[this.current] as QuotedMail;
    this.field = "writer";
    this.participants(mail, text);
    mail.isConfirmed = true;
    this.headerLines = 0;
    this.awaitsMarks = !isMarked;
  }

  private begin(isMarked: boolean): void {
    this.mails.push(newMail());
    this.headerLines = 1;
    this.field = null;
    const mail = this.mails.length - 1;
    if (isMarked) this.marked = mail;
    else this.before = this.current;
    this.current = mail;
  }

  private enterMarks(): void {
    if (this.inMarks) return;
    this.inMarks = true;
    if (this.awaitsMarks) {
      this.awaitsMarks = false;
      this.marked = this.current;
      return;
    }
    this.before = this.current;
    if (this.current !== 0) return;
    if (this.marked === 0) {
      this.mails.push(newMail());
      this.marked = this.mails.length - 1;
    }
    this.current = this.marked;
  }

  /** Behind marked lines the text before them goes on. */
  private leaveMarks(): void {
    this.inMarks = false;
    this.current = this.before;
  }
}

function newMail(): QuotedMail {
  return { participants: new Set(), writers: [], isConfirmed: false };
}
