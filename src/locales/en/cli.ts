import type { CliTexts } from "../cli";

const VERDICTS = {
  allow: "may be sent as it is",
  confirm: "the sender has to confirm",
  "sign-off": "a manager has to sign it off",
  block: "cannot be sent",
} as const;

const REASONS = {
  "file/missing": "there is no such file. Check its name and place.",
  "file/folder": "this is a folder. Name the files in it.",
  "file/denied": "you may not read it.",
  "file/unreadable": "could not be read.",
  "file/not-mail": "is not a mail (.eml) that can be read.",
} as const;

export const cliEn: CliTexts = {
  usage: `Usage:
  sekisho inspect [--json] [--lang ja|en] FILE...
      Counts the people whose data each file holds.
  sekisho check [--json] [--policy FILE] [--role staff|manager] [--tenant ID] [--lang ja|en] MAIL.eml...
      Says whether a mail may leave, by a policy (by default the strict built-in one).
  sekisho audit verify [--require-anchor] [--heads FILE]
      Checks the record of the sign-off service and every row that gives authority.
  sekisho manifest | addin | keys | directory | policy
      Set a service up; each says more when run without arguments.

  sekisho --version | --help

Exit status: 0 clean, 1 found or not to be sent as it is, 2 a file could not be read or looked into, 64 wrong usage`,
  unknownOption: (name) => `No such option: ${name}`,
  optionValue: (option) => `Wrong value: ${option}`,
  checkOnly: (option) => `${option} belongs to check alone.`,
  noCommand: "Name a command: inspect or check.",
  unknownCommand: (name) => `No such command: ${name}`,
  noFiles: "Name at least one file.",
  unreadable: (file, reason, hasMore) =>
    `${file}: ${REASONS[reason]}${hasMore ? " The other files go on." : ""}`,
  badPolicy: (file, path) => `${file}: the policy is wrong at ${path || "/"}.`,
  clean: (file) => `${file}: no personal data found`,
  found: (file, persons, kinds) =>
    `${file}: data of ${persons} ${persons === "1" ? "person" : "people"} (${kinds})`,
  couldNotLook: (file, what, remedy) => `${file}: could not be looked into. ${what} ${remedy}`,
  verdict: (file, verdict) => `${file}: ${VERDICTS[verdict]}`,
};
