import { nfc } from "../../text/nfc";
import { carrierFixes, namesOf } from "../carriers";
import { CONFIRM, type Rule } from "../context";

/** A letter to Yamada with the file of Sato: the commonest accident of all. */
export const recipientFileMismatch: Rule = {
  id: "recipient-file-mismatch",
  judge({ audience, files, report }) {
    const { addressee, files: named } = report.named;
    if (audience.outside === 0 || addressee === null) return null;
    const strangers = named.filter(({ name }) => !isSamePerson(addressee, name));
    if (strangers.length === 0) return null;
    const indexes = strangers.map(({ index }) => index);
    const about = files.filter(({ index }) => indexes.indexOf(index) >= 0);
    return {
      ...CONFIRM,
      facts: { addressee, persons: strangers.map(({ name }) => name), files: namesOf(about) },
      attachments: indexes,
      fixes: carrierFixes(about),
    };
  },
};

/** A greeting often has the family name alone. */
function isSamePerson(a: string, b: string): boolean {
  const [shorter, longer] = [plain(a), plain(b)].sort((x, y) => x.length - y.length) as [
    string,
    string,
  ];
  return longer.slice(0, shorter.length) === shorter;
}

const plain = (name: string): string =>
  nfc(name)
    .replace(/[\s\u3000]+/g, "")
    .toLowerCase();
