import type { RefusalCode } from "./refusal";

/** The decoded bytes, or the reason why the client could not hand them over. */
export type AttachmentContent =
  | { readonly state: "read"; readonly bytes: Uint8Array }
  | { readonly state: "refused"; readonly code: RefusalCode };

export interface Attachment {
  /** The client's handle, valid in this session only; empty where there is none (a mail file). */
  readonly id: string;
  readonly name: string;
  /** Shown inside the body by `cid:`; covered by its hash alone. */
  readonly inline: boolean;
  /** Content id without brackets, empty where there is none. */
  readonly contentId: string;
  readonly content: AttachmentContent;
}
