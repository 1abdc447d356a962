import path from "node:path";
import type { KeySetClaims, VerificationKey } from "../../core/sign-off";
import { serviceCommandTexts, type ServiceCommandsTexts } from "../../locales/service-commands";
import { makeKeySet, readAnySet } from "../../service/keys/key-set";
import { signerOf } from "../../service/keys/signer";
import { StartRefused } from "../../service/storage/start-refused";
import { EXIT, errorName } from "../terminal";
import type { ServiceCommand } from "./arguments";
import { NEXT_FILE, newMaterial, publicKeys, textOf, type Material } from "./key-material";
import { KEY_FILES } from "./keys";
import type { ServiceTerminal } from "./terminal";

const DAY = 24 * 3600;
/** Until every client has read of a key: a policy, which brings the key set, lives for 7 days. */
const KNOWN_AFTER = 14 * DAY;
/** Until nothing is in use any more that an older key signed. */
const FORGOTTEN_AFTER = 8 * DAY;

/** `sekisho keys renew`: the key set for another 180 days, without the keys that have had their time. */
export const renewCommand = (command: ServiceCommand, terminal: ServiceTerminal): number =>
  withKeys(command, terminal, (folder, texts) => {
    const next = folder.next();
    const { iat } = folder.set;
    const isOld = folder.now - iat >= FORGOTTEN_AFTER;
    const used = [...publicKeys(folder.current()), ...(next === null ? [] : publicKeys(next))];
    const isUsed = ({ kid }: VerificationKey) => used.some((each) => each.kid === kid);
    const kept = folder.set.keys.filter((key) => isUsed(key) || !isOld);
    folder.publish(kept);
    return texts.renewed(dayOf(folder.ends), folder.set.keys.length - kept.length);
  });

/**
 * `sekisho keys rotate`: the first time it makes the next keys and says so in the set, the second
 * time, 14 days later, they take the place of those that sign. With `--now` at once and without the
 * old ones: what they signed counts no more.
 */
export const rotateCommand = (command: ServiceCommand, terminal: ServiceTerminal): number =>
  withKeys(command, terminal, (folder, texts) => {
    const next = folder.next();
    if (command.now) {
      const made = newMaterial();
      folder.publish(publicKeys(made));
      folder.use(made);
      return texts.rotatedNow;
    }
    if (next === null) {
      const made = newMaterial();
      folder.keepNext(made);
      folder.publish([...folder.set.keys, ...publicKeys(made)]);
      return texts.rotationBegun(dayOf(folder.now + KNOWN_AFTER));
    }
    const isNamed = publicKeys(next).every(({ kid }) =>
      folder.set.keys.some((each) => each.kid === kid),
    );
    if (!isNamed) throw new NotRenewed(texts.keysNotFit);
    const from = folder.set.iat + KNOWN_AFTER;
    if (folder.now < from) throw new NotRenewed(texts.rotationEarly(dayOf(from)));
    folder.publish(folder.set.keys);
    folder.use(next);
    return texts.rotated(dayOf(folder.now + FORGOTTEN_AFTER));
  });

/** In Japan, where the people are who read it. */
const dayOf = (seconds: number): string =>
  new Date((seconds + 9 * 3600) * 1000).toISOString().slice(0, 10);

class NotRenewed extends Error {
  constructor(readonly said: string) {
    super(said);
  }
}

function withKeys(
  command: ServiceCommand,
  terminal: ServiceTerminal,
  work: (folder: KeyFolder, texts: ServiceCommandsTexts) => string,
): number {
  const texts = serviceCommandTexts[command.language];
  const { target, root } = command;
  if (root === undefined) {
    terminal.err(texts.badOption("--root offline-root.pem"));
    return EXIT.usage;
  }
  try {
    const folder = KeyFolder.open(target, root, terminal);
    if (folder === null) throw new NotRenewed(texts.keysNotFit);
    terminal.out(work(folder, texts));
    return EXIT.clean;
  } catch (error) {
    if (error instanceof NotRenewed) terminal.err(error.said);
    else if (error instanceof StartRefused) terminal.err(texts.keysNotFit);
    else terminal.err(texts.notWritten(target, errorName(error)));
    return EXIT.unreadable;
  }
}

/** The folder that `keys init` made, and the root beside it. */
class KeyFolder {
  readonly now: number;
  /** Seconds at which the set that was published last ends. */
  ends: number;

  private constructor(
    private readonly folder: string,
    private readonly root: string,
    readonly set: KeySetClaims,
    private readonly terminal: ServiceTerminal,
  ) {
    this.now = Math.floor(terminal.now() / 1000);
    this.ends = set.exp;
  }

  /** Null where this root did not sign the set. */
  static open(folder: string, rootFile: string, terminal: ServiceTerminal): KeyFolder | null {
    const text = (file: string) => Buffer.from(terminal.read(file)).toString("utf8").trim();
    const root = text(rootFile);
    const set = readAnySet(text(path.join(folder, KEY_FILES.set)), signerOf(root));
    return set && new KeyFolder(folder, root, set, terminal);
  }

  current(): Material {
    return this.#material(KEY_FILES.signing);
  }

  /** Null where no rotation is under way. */
  next(): Material | null {
    try {
      return this.#material(NEXT_FILE);
    } catch (error) {
      if (errorName(error) === "ENOENT") return null;
      throw error;
    }
  }

  keepNext(material: Material): void {
    this.terminal.writeSecret(this.#at(NEXT_FILE), textOf(material));
  }

  /** These keys are those that sign from now on; no rotation is under way any more. */
  use(material: Material): void {
    this.terminal.replaceSecret(this.#at(KEY_FILES.signing), textOf(material));
    this.terminal.remove(this.#at(NEXT_FILE));
  }

  publish(keys: readonly VerificationKey[]): void {
    const set = makeKeySet(this.root, keys, this.set.serial + 1, this.now);
    this.ends = readAnySet(set, signerOf(this.root))?.exp ?? this.ends;
    this.terminal.replaceSecret(this.#at(KEY_FILES.set), `${set}\n`);
  }

  #at(name: string): string {
    return path.join(this.folder, name);
  }

  #material(name: string): Material {
    const bytes = this.terminal.read(this.#at(name));
    return JSON.parse(Buffer.from(bytes).toString("utf8")) as Material;
  }
}
