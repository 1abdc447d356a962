import type { ComposeRecipient } from "../compose-item";
import { addressKey } from "../model";
import type { Addressee } from "../model";

const SUGGESTIONS = 6;
const SEPARATORS = ";,、；，\n\r\t";

/** The client's address book: turns what people type or paste into recipients. */
export class AddressBook {
  readonly #entries: readonly Addressee[];

  constructor(entries: readonly Addressee[]) {
    this.#entries = entries;
  }

  lookUp(address: string): Addressee | undefined {
    const key = addressKey(address);
    return this.#entries.find((each) => addressKey(each.address) === key);
  }

  /** Entries whose name or address holds the text. */
  suggestions(text: string): readonly Addressee[] {
    const wanted = folded(text);
    if (wanted === "") return [];
    const holds = ({ name, address }: Addressee) =>
      folded(name).includes(wanted) || addressKey(address).includes(wanted);
    return this.#entries.filter(holds).slice(0, SUGGESTIONS);
  }

  /** One recipient for each piece between separators; what is neither known nor an address stays text. */
  resolve(text: string): readonly ComposeRecipient[] {
    return pieces(text).map((piece) => this.#resolveOne(piece));
  }

  #resolveOne(piece: string): ComposeRecipient {
    const named = /^(.*?)\s*[<＜]([^<>＜＞]+)[>＞]$/.exec(piece);
    const address = (named?.[2] ?? piece).trim();
    const name = (named?.[1] ?? "").replace(/^"(.*)"$/, "$1");
    const known = this.lookUp(address) ?? this.#byName(piece);
    if (known) return known;
    if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address)) return { name: name || address, address };
    return { name: piece, address: piece, unresolved: true };
  }

  #byName(text: string): Addressee | undefined {
    return this.#entries.find(({ name }) => folded(name) === folded(text));
  }
}

const folded = (text: string): string => text.replace(/\s+/g, "").toLowerCase();

/** A comma inside quotes belongs to a name. */
function pieces(text: string): readonly string[] {
  const found: string[] = [];
  let piece = "";
  let isQuoted = false;
  for (const sign of text) {
    if (sign === '"') isQuoted = !isQuoted;
    if (!isQuoted && SEPARATORS.includes(sign)) {
      found.push(piece);
      piece = "";
    } else piece += sign;
  }
  return [...found, piece].map((each) => each.trim()).filter((each) => each !== "");
}
