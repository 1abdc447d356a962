import type { StoredFile } from "../model";
import { mailFile, mediaType } from "./mail-file";
import type { MailContent } from "./mail-file";

function download(name: string, bytes: Uint8Array, type: string): void {
  const url = URL.createObjectURL(new Blob([bytes as BlobPart], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

export const downloadFile = (file: StoredFile): void =>
  download(
    file.name,
    Uint8Array.from(atob(file.contentBase64), (sign) => sign.charCodeAt(0)),
    mediaType(file.name),
  );

/** Signs that file systems refuse become a line. */
const fileName = (subject: string, otherwise: string): string =>
  `${subject.replace(/[\\/:*?"<>|\r\n]/g, "_").trim() || otherwise}.eml`;

export const downloadMail = (mail: MailContent, otherwise: string): void =>
  download(fileName(mail.subject, otherwise), mailFile(mail), "message/rfc822");
