import { readMail, textAsHtml } from "../../text/mime/read-mail";
import type { MailAddress } from "../../text/mime/read-mail";
import type { MailStore } from "../mail-store";
import type { Addressee } from "../model";
import { MAIL_PATH } from "../world";
import type { Arrival } from "../world";

/** Lays what the demo's mail server took into the inbox that it is for, now and from now on. */
export function followArrivals(store: MailStore): EventSource {
  const stream = new EventSource(MAIL_PATH);
  stream.onmessage = ({ data }) => arrive(store, JSON.parse(String(data)) as Arrival);
  return stream;
}

/** A stream that was cut begins again from the start: no mail comes twice. */
export function arrive(store: MailStore, { id, owner, file, date }: Arrival): void {
  if (store.get(id)) return;
  const bytes = Uint8Array.from(atob(file), (sign) => sign.charCodeAt(0));
  const mail = readMail(bytes);
  if (!mail) return;
  store.put({
    id,
    owner,
    folder: "inbox",
    read: false,
    date,
    from: mail.from ? addressee(mail.from) : { name: "", address: "" },
    to: mail.to.map(addressee),
    cc: mail.cc.map(addressee),
    bcc: [],
    subject: mail.subject,
    html: mail.html ?? withLinks(textAsHtml(mail.text ?? "")),
    // Only the service's notices come this way, and they carry no files.
    files: [],
    customProperties: {},
    internetHeaders: Object.fromEntries(mail.fields.map((field) => [field.name, field.value])),
  });
}

/** As mail programs do with addresses in a plain text; it is escaped already. */
const withLinks = (html: string): string =>
  html.replace(/https:\/\/[^\s<]+/g, (url) => `<a href="${url}" target="_blank">${url}</a>`);

const addressee = ({ name, address }: MailAddress): Addressee => ({
  name: name || address,
  address,
});
