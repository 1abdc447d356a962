import type { Attachment } from "../core/attachment";
import type { Progress } from "../core/judgement";
import type { Limits } from "../core/limits";
import type { Message } from "../core/message";
import type { Place } from "../core/place";
import type { Clock } from "../core/ports";
import type { InspectionStatus, PartReport, PartSource, Report } from "../core/report";
import type { Refusal } from "../core/refusal";
import type { Extraction } from "../core/extraction";
import { Budget } from "../extractors/budget";
import { htmlBlocks } from "../extractors/html-reader";
import { BlockWriter } from "../extractors/block-writer";
import { extract } from "../extractors/registry";
import { Refused } from "../extractors/refused";
import { BodyWatcher } from "./body-watcher";
import { census, type Count } from "./census";
import { sha256Hex } from "./digest";
import { Familiar } from "./familiar";
import { LabelBook } from "./label-book";
import { Ledger } from "./ledger";
import type { PersonMarks } from "./person-marks";
import { PartNames } from "./part-names";
import { PartReader, type LineWatcher } from "./part-reader";
import { outsideAddresses, recipientCensus } from "./recipients";
import { worstFindings } from "./samples";

export interface InspectOptions {
  readonly insideDomains: readonly string[];
  readonly limits: Limits;
  readonly clock: Clock;
  /** Hashes of the attachments, on unless said otherwise; the command line has no use for them. */
  readonly hashes?: boolean;
  /** Told of every person, where several mails are added up (the service). */
  readonly marks?: PersonMarks;
}

/** A part, before it is known who in it is one and the same. */
interface PartDraft extends Omit<PartReport, "status" | "persons" | "others"> {
  /** Whom the file names with 様. */
  readonly name: string | null;
  /** A name among its data. */
  readonly person: string | null;
}

const SUBJECT: Place = { steps: [{ type: "subject" }] };
const BODY: Place = { steps: [{ type: "body" }] };
const NOBODY: Count = { persons: 0, others: 0 };

/**
 * Looks into a whole message, under one budget: subject, body, attachments and their names. What
 * cannot be looked into is a refusal in its part, never left out.
 */
export function* inspect(
  message: Message,
  options: InspectOptions,
): Generator<Progress, Report, void> {
  const inspection = new Inspection(message, options);
  return yield* inspection.run();
}

/** Yields a sign of life for the bytes of parts that are done, and while one is being read. */
class Inspection {
  private readonly budget: Budget;
  private readonly ledger: Ledger;
  private readonly labels = new LabelBook();
  private readonly body = new BodyWatcher();
  private readonly parts: PartDraft[] = [];
  private readonly outside: ReadonlySet<string>;
  private readonly total: number;
  private done = 0;

  constructor(
    private readonly message: Message,
    private readonly options: InspectOptions,
  ) {
    this.budget = new Budget(options.limits, options.clock);
    const standings = recipientCensus(message, options.insideDomains);
    this.outside = outsideAddresses(standings);
    this.ledger = new Ledger(
      new Familiar(message, standings, options.insideDomains),
      options.marks,
    );
    this.total = message.attachments.reduce(
      (sum, each) => sum + sizeOf(each),
      message.bodyHtml.length,
    );
  }

  *run(): Generator<Progress, Report, void> {
    const { message, budget } = this;
    yield* this.part(
      { type: "subject" },
      line(message.subject, SUBJECT, budget),
      SUBJECT,
      null,
      "",
    );
    const body = htmlBlocks(message.bodyHtml, BODY, budget);
    yield* this.part({ type: "body" }, body, BODY, this.body, "");
    for (let index = 0; index < message.attachments.length; index++) {
      const attachment = message.attachments[index] as Attachment;
      const place: Place = { steps: [{ type: "file", name: attachment.name }] };
      const source: PartSource = { type: "attachment", index };
      const content = attachmentBlocks(attachment, place, budget);
      yield* this.part(source, content, place, null, attachment.name, attachment);
    }
    return this.report();
  }

  private *part(
    source: PartSource,
    content: Extraction,
    place: Place,
    watcher: LineWatcher | null,
    fileName: string,
    attachment?: Attachment,
  ): Generator<Progress, void, void> {
    const reader = new PartReader(this.ledger, this.labels, watcher);
    const names = new PartNames(fileName);
    const refusals: Refusal[] = [];
    for (const event of guarded(content, place)) {
      if (event.type === "refusal") refusals.push(event.refusal);
      else if (event.type === "block") {
        reader.take(event.block);
        if (attachment) names.take(event.block);
      }
      yield { done: this.done, total: this.total };
    }
    reader.end();
    const bytes = attachment ? sizeOf(attachment) : 0;
    this.done += attachment ? bytes : source.type === "body" ? this.message.bodyHtml.length : 0;
    this.parts.push({
      source,
      kinds: this.ledger.kinds.partCounts,
      findings: worstFindings(this.ledger.findings),
      refusals,
      sha256: attachment && this.options.hashes !== false ? hashOf(attachment) : "",
      bytes,
      name: names.only,
      person: this.ledger.name,
    });
    yield { done: this.done, total: this.total };
  }

  private report(): Report {
    const { ledger, parts } = this;
    const counts = census(ledger.persons, parts.length, (quote) => this.isKnown(quote));
    if (this.options.marks) this.options.marks.settle(ledger.persons, counts.familiar);
    const reports = parts.map((part, index) => partReport(part, counts.parts[index]));
    const kinds = ledger.kinds.totalCounts;
    return {
      status: statusOf(reports.map(({ status }) => status)),
      persons: counts.persons,
      others: counts.others,
      kinds,
      parts: reports,
      named: { addressee: this.body.addressee, files: this.namedFiles(counts.parts) },
      quotesInside: this.quotesInside(),
    };
  }

  /** Every outside recipient has written, or already got, this quoted mail. */
  private isKnown(quote: number): boolean {
    const mail = this.body.mails[quote];
    if (!mail || this.outside.size === 0) return false;
    return Array.from(this.outside).every((address) => mail.participants.has(address));
  }

  /** Outlook leaves out the address of a writer of one's own company. */
  private quotesInside(): boolean {
    const { familiar } = this.ledger;
    return this.body.mails.some(
      (mail, index) =>
        index > 0 &&
        mail.isConfirmed &&
        (mail.writers.length === 0 || mail.writers.some((writer) => familiar.isInside(writer))),
    );
  }

  /** Files about one person: by 様, or by the data of nobody but him, if he is none of ours. */
  private namedFiles(counts: readonly Count[]): { index: number; name: string }[] {
    const files: { index: number; name: string }[] = [];
    this.parts.forEach(({ source, name, person }, part) => {
      const { persons, others } = counts[part] ?? NOBODY;
      if (source.type !== "attachment" || persons > 1) return;
      const only = name ?? (others === 1 ? person : null);
      if (only !== null) files.push({ index: source.index, name: only });
    });
    return files;
  }
}

function partReport(part: PartDraft, count: Count = NOBODY): PartReport {
  const { source, kinds, findings, refusals, sha256, bytes } = part;
  const { persons, others } = count;
  const found = persons > 0 || Object.keys(kinds).length > 0;
  const status = found ? "found" : refusals.length > 0 ? "uninspectable" : "clean";
  return { source, status, persons, others, kinds, findings, refusals, sha256, bytes };
}

function statusOf(statuses: readonly InspectionStatus[]): InspectionStatus {
  if (statuses.indexOf("found") >= 0) return "found";
  return statuses.indexOf("uninspectable") >= 0 ? "uninspectable" : "clean";
}

const sizeOf = ({ content }: Attachment): number =>
  content.state === "read" ? content.bytes.length : 0;

const hashOf = ({ content }: Attachment): string =>
  content.state === "read" ? sha256Hex(content.bytes) : "";

/** The name of a file is text, too. */
function* attachmentBlocks(attachment: Attachment, place: Place, budget: Budget): Extraction {
  const { content, name } = attachment;
  yield* line(name.replace(/_/g, " "), place, budget);
  if (content.state === "refused") {
    yield { type: "refusal", refusal: { code: content.code, place } };
    return;
  }
  budget.file(content.bytes.length);
  yield* extract({ name, bytes: content.bytes, place, depth: 0 }, budget);
}

function* line(text: string, place: Place, budget: Budget): Extraction {
  const writer = new BlockWriter({ steps: place.steps }, "prose", budget);
  writer.line(text, 1);
  if (!writer.empty) yield { type: "block", block: writer.take() };
}

/** A limit that is reached outside of the extractors is a refusal as well. */
function* guarded(content: Extraction, place: Place): Extraction {
  try {
    yield* content;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    yield { type: "refusal", refusal: { code: error.code, place } };
  }
}
