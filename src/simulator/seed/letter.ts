import type { Addressee } from "../model";
import { PEOPLE } from "./people";

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? sign);

/** Lines of plain writing as a client would store them; an empty line is a gap. */
export const letter = (...lines: readonly string[]): string =>
  lines.map((line) => `<div>${escapeHtml(line) || "<br>"}</div>`).join("");

/** How the company's people end their mails. */
export function signature({ name, address }: Addressee): string {
  const title = PEOPLE.find((each) => each.address === address)?.title ?? "桜ケ丘店 営業";
  return letter(
    "",
    "――――――――――――――――",
    `さくらモーターズ株式会社 ${title}`,
    name,
    "TEL 03-5550-0100",
    address,
  );
}
