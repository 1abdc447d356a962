/** Limits shared by everything in one mail (docs/architecture.md, "Budget of one mail"). */
export interface Limits {
  /** Bytes of one attachment. */
  readonly fileBytes: number;
  /** Bytes of all attachments together. */
  readonly mailBytes: number;
  /** Bytes after unpacking, all containers together. */
  readonly unpackedBytes: number;
  /** Unpacked to packed, once more than 1 MiB was unpacked. */
  readonly ratio: number;
  /** Archives in archives, mails in mails. */
  readonly depth: number;
  /** Members of all containers together. */
  readonly entries: number;
  readonly xmlDepth: number;
  readonly mimeDepth: number;
  /** UTF-16 code units handed to the detectors. */
  readonly textUnits: number;
  /** Milliseconds of inspection. */
  readonly milliseconds: number;
}

const MiB = 1024 * 1024;

/** In the send event; Outlook shows its own notice after 5 s and gives up after 5 min. */
export const SEND_LIMITS: Limits = {
  fileBytes: 25 * MiB,
  mailBytes: 50 * MiB,
  unpackedBytes: 200 * MiB,
  ratio: 100,
  depth: 10,
  entries: 2000,
  xmlDepth: 256,
  mimeDepth: 50,
  textUnits: 20_000_000,
  milliseconds: 10_000,
};

/** In the pane, where progress is shown and the person can cancel. */
export const PANE_LIMITS: Limits = { ...SEND_LIMITS, milliseconds: 60_000 };

/** On the command line and in the service. */
export const BATCH_LIMITS: Limits = { ...SEND_LIMITS, milliseconds: 30_000 };
