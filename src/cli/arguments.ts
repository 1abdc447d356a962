import { parseArgs } from "node:util";
import type { Role } from "../core/verdict";
import type { Language } from "../locales/language";

export type CommandName = "inspect" | "check";

/** A command line that makes sense. */
export interface Command {
  readonly name: CommandName;
  readonly files: readonly string[];
  readonly json: boolean;
  readonly language: Language;
  /** File of a policy; undefined is the built-in strict one. */
  readonly policy: string | undefined;
  readonly role: Role;
  readonly tenant: string;
}

export type UsageProblem =
  | "help"
  | "version"
  | "no-command"
  | "unknown-command"
  | "unknown-option"
  | "option-value" // missing, given where none belongs, or none of those that there are
  | "check-only" // an option of `check` beside another command
  | "no-files";

export type ParsedArguments =
  | { readonly ok: true; readonly command: Command }
  | { readonly ok: false; readonly problem: UsageProblem; readonly detail: string };

const OPTIONS = {
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
  lang: { type: "string" },
  policy: { type: "string" },
  role: { type: "string" },
  tenant: { type: "string" },
} as const;

/** Options that belong to `check` alone. */
const CHECK_ONLY = ["policy", "role", "tenant"] as const;

const problem = (which: UsageProblem, detail = ""): ParsedArguments => ({
  ok: false,
  problem: which,
  detail,
});

export function parseArguments(argv: readonly string[], language: Language): ParsedArguments {
  let parsed;
  try {
    parsed = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return optionProblem(error);
  }
  const { values, positionals } = parsed;
  const [name, ...files] = positionals;
  if (values.help) return problem("help");
  if (values.version) return problem("version");
  if (name === undefined) return problem("no-command");
  if (name !== "inspect" && name !== "check") return problem("unknown-command", name);
  const foreign = CHECK_ONLY.find((option) => name !== "check" && values[option] !== undefined);
  if (foreign) return problem("check-only", `--${foreign}`);
  const { role = "staff", lang = language } = values;
  if (role !== "staff" && role !== "manager") return problem("option-value", `--role ${role}`);
  if (lang !== "ja" && lang !== "en") return problem("option-value", `--lang ${lang}`);
  if (files.length === 0) return problem("no-files");
  const { json = false, policy, tenant = "" } = values;
  return { ok: true, command: { name, files, json, language: lang, policy, role, tenant } };
}

/** Node says it in English: of that only the option's name is taken. */
function optionProblem(error: unknown): ParsedArguments {
  const { code, message } = error as { code?: unknown; message?: unknown };
  const name = /(?<!\w)--?[\w-]+/.exec(String(message))?.[0] ?? "";
  return problem(
    code === "ERR_PARSE_ARGS_UNKNOWN_OPTION" ? "unknown-option" : "option-value",
    name,
  );
}
