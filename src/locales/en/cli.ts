import type { CliTexts } from "../cli";

const VERDICTS = {
  allow: "may be sent as it is",
  confirm: "the sender has to confirm",
  "sign-off": "a manager has to sign it off",
  block: "cannot be sent",
} as const;

export const cliEn: CliTexts = {
  usage: `Usage:
  sekisho inspect [--json] [--lang ja|en] FILE...
      Counts the persons whose data each file holds.
  sekisho check [--json] [--policy FILE] [--role staff|manager] [--tenant ID] [--lang ja|en] MAIL.eml...
      Says whether a mail may leave, by a policy (by default the strict built-in one).
  sekisho audit verify [--require-anchor] [--heads FILE]
      Checks the record of the sign-off service and every row that gives authority.
  sekisho manifest | keys init | directory import | policy publish
      Set a service up; each says more when run without arguments.

Exit status: 0 clean, 1 found or not to be sent as it is, 2 a file could not be read, 64 wrong usage`,
  badOption: (detail) => `Wrong option: ${detail}`,
  unknownCommand: (name) => `No such command: ${name}`,
  noFiles: "Name at least one file.",
  unreadable: (file, code) => `${file}: could not be read (${code}). The other files go on.`,
  notMail: (file) => `${file}: is not a mail (.eml) that can be read.`,
  badPolicy: (file, path) => `${file}: the policy is wrong at ${path || "/"}.`,
  clean: (file) => `${file}: no personal data found`,
  found: (file, persons, kinds) => `${file}: data of ${persons} persons (${kinds})`,
  couldNotLook: (file, reason) => `${file}: could not be looked into. ${reason}`,
  verdict: (file, verdict) => `${file}: ${VERDICTS[verdict]}`,
};
