import { randomBytes } from "node:crypto";
import path from "node:path";
import { serviceCommandTexts } from "../../locales/service-commands";
import { makeKeySet } from "../../service/keys/key-set";
import { newPrivateKey, signerOf } from "../../service/keys/signer";
import { EXIT, errorName } from "../terminal";
import type { ServiceCommand } from "./arguments";
import { newMaterial, publicKeys, textOf } from "./key-material";
import type { ServiceTerminal } from "./terminal";

/** Names of the files, and what the service is told of each. */
export const KEY_FILES = {
  root: "offline-root.pem",
  signing: "signing-keys.json",
  set: "key-set.jws",
  master: "master-secret",
  settings: "settings.env",
} as const;

/** `sekisho keys init`: all keys of a new installation, in a new folder. */
export function keysCommand(command: ServiceCommand, terminal: ServiceTerminal): number {
  const texts = serviceCommandTexts[command.language];
  try {
    terminal.makeFolder(command.target);
    writeKeys(path.resolve(command.target), terminal);
  } catch (error) {
    terminal.err(texts.notWritten(command.target, errorName(error)));
    return EXIT.unreadable;
  }
  terminal.out(texts.keysWritten(command.target, KEY_FILES));
  return EXIT.clean;
}

function writeKeys(folder: string, terminal: ServiceTerminal): void {
  const root = newPrivateKey();
  const material = newMaterial();
  const file = (name: keyof typeof KEY_FILES) => path.join(folder, KEY_FILES[name]);
  const write = (name: keyof typeof KEY_FILES, text: string) =>
    terminal.writeSecret(file(name), `${text.trimEnd()}\n`);
  write("root", root);
  write("signing", textOf(material));
  write("set", makeKeySet(root, publicKeys(material), 1, Math.floor(terminal.now() / 1000)));
  write("master", randomBytes(32).toString("base64url"));
  const settings = {
    SEKISHO_ROOT_KEY: signerOf(root).x,
    SEKISHO_KEY_SET_FILE: file("set"),
    SEKISHO_SIGNING_KEYS_FILE: file("signing"),
    SEKISHO_MASTER_SECRET_FILE: file("master"),
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  write("settings", lines.join("\n"));
}
