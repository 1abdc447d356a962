import { SURE } from "../detectors/detector";
import { Reading } from "../detectors/hash";
import { isKanaSurname, isKanjiSurname } from "../detectors/name-dictionary";
import { personName } from "../detectors/person-name";
import { variantTable } from "../detectors/characters";

/** A greeting stands in one of the first lines of a mail. */
const LAST_LINE = 12;
const GREETING = /^(.{1,40}?)\s*(様|さま|殿|さん|先生)(\s|[、。,.!へ:]|$)/;
const IN_FILE_NAME =
  /([^\s_\-()[\]「」・.,0-9]{1,12}(?: [^\s_\-()[\]「」・.,0-9]{1,6})?)\s*(様|さま|殿|さん|氏)(?![々一-龯])/;
/** Nobody in particular. */
const NOBODY =
  /各位|皆|みな|お客|担当|関係者|ご|お疲|奥|貴社|御社|御中|代理店|取引先|オーナー|会員|ユーザ|保護者|ファン|読者|神|王|殿|株式会社$/;

const reading = new Reading();

/** The name in the greeting of the sender's own text: 「山田様」, 「株式会社〇〇 山田 太郎 様」. */
export class GreetingReader {
  private lines = 0;
  private readonly names = new Set<string>();

  line(text: string): void {
    if (++this.lines > LAST_LINE) return;
    const match = GREETING.exec(text.trim());
    const name = match ? nameIn(match[1] as string) : null;
    if (name !== null) this.names.add(name);
  }

  /** Null where nobody, or more than one, is greeted. */
  get addressee(): string | null {
    return this.names.size === 1 ? (this.names.values().next().value ?? null) : null;
  }
}

/** The person that a file's name speaks of: 「佐藤様_見積書.xlsx」. */
export function nameInFileName(folded: string): string | null {
  const match = IN_FILE_NAME.exec(folded);
  return match ? nameIn(match[1] as string) : null;
}

/** The name at the end of the words before an honorific, behind a company's name. */
function nameIn(text: string): string | null {
  const words = text.split(/[\s、,]+/).filter((word) => word !== "");
  const last = words[words.length - 1];
  if (last === undefined || NOBODY.test(last)) return null;
  const two = words.slice(-2).join(" ");
  if (words.length > 1 && isFullName(two)) return two;
  if (isFullName(last) || isSurname(last)) return last;
  return words.length === 1 && /^[\u3005\u4e00-\u9fff]{1,6}$|^[\u30a1-\u30ff]{2,8}$/.test(last)
    ? last
    : null;
}

function isFullName(text: string): boolean {
  return personName.read(unitsOf(text), 0, text.length, false, reading) === SURE;
}

function isSurname(text: string): boolean {
  const spelling = variantTable();
  const units = unitsOf(text).map((unit) => spelling[unit] as number);
  return isKanjiSurname(units, 0, units.length) || isKanaSurname(units, 0, units.length);
}

function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  return units;
}
