import type { ComposeFile, ComposeItem } from "../../compose-item";
import { bytesOfBase64 } from "../../model";
import type { StoredFile } from "../../model";
import { ErrorCode } from "../error-code";
import type { ClientProfile } from "../profile";
import { done, failed, textOf } from "./call";
import type { Answer, CallTable } from "./call";

const AttachmentType = { file: 0, item: 1 } as const;
const FILE_BYTES = 25 * 1024 * 1024;
const NAME_CHARS = 255;

type ListedFile = StoredFile & { readonly id: string; readonly size: number };

const isItem = (file: StoredFile, profile: ClientProfile): boolean =>
  file.isItem === true && profile.attachedMail === "item";

/** An attached mail is listed by its subject where the client knows it as an item. */
function nameOf(file: StoredFile, profile: ClientProfile): string {
  return isItem(file, profile) ? file.name.replace(/\.(eml|msg)$/i, "") : file.name;
}

export const attachmentDetails = (file: ListedFile, profile: ClientProfile) => ({
  id: file.id,
  name: nameOf(file, profile),
  size: file.size,
  attachmentType: isItem(file, profile) ? AttachmentType.item : AttachmentType.file,
  isInline: file.inline,
  contentId: file.contentId,
});

function textFrom(base64: string): string {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  return new TextDecoder().decode(bytes);
}

export function attachmentContent(file: StoredFile | undefined, profile: ClientProfile): Answer {
  if (!file) return failed(ErrorCode.invalidAttachmentId);
  return isItem(file, profile)
    ? done({ format: "eml", content: textFrom(file.contentBase64) })
    : done({ format: "base64", content: file.contentBase64 });
}

const listed = (item: ComposeItem): readonly ComposeFile[] =>
  item.files.filter(({ uploading }) => !uploading);

/** The attachments of a message being written. */
export const attachmentCalls: CallTable<ComposeItem> = {
  20: (item, params) => {
    const file = listed(item).find(({ id }) => id === params["attachmentIndex"]);
    if (!file) return failed(ErrorCode.attachmentToDeleteDoesNotExist);
    // Pictures of the body stay as long as the body shows them.
    if (file.inline) return failed(ErrorCode.attachmentDeleteFailed);
    item.removeFile(file.id);
    return done();
  },
  148: (item, params) => {
    const name = textOf(params["name"]);
    const contentBase64 = textOf(params["base64String"]);
    if (bytesOfBase64(contentBase64) > FILE_BYTES) return failed(ErrorCode.attachmentSizeExceeded);
    if (name === "" || name.length > NAME_CHARS) return failed(ErrorCode.invalidParameterValue);
    const inline = params["isInline"] === true;
    return done(item.addFile({ name, contentBase64, inline, contentId: inline ? name : "" }).id);
  },
  149: (item, _, { profile }) => done(listed(item).map((file) => attachmentDetails(file, profile))),
  150: (item, params, { profile }) =>
    attachmentContent(
      listed(item).find(({ id }) => id === params["id"]),
      profile,
    ),
};
