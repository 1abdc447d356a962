import { parseArgs } from "node:util";
import type { Language } from "../../locales/language";

export const SERVICE_COMMANDS = ["manifest", "keys", "directory", "policy"] as const;
export type ServiceCommandName = (typeof SERVICE_COMMANDS)[number];

/** What stands behind the command's name. */
const ACTIONS: Readonly<Record<ServiceCommandName, string | null>> = {
  manifest: null,
  keys: "init",
  directory: "import",
  policy: "publish",
};

const OPTIONS_OF: Readonly<Record<ServiceCommandName, readonly string[]>> = {
  manifest: ["host", "id"],
  keys: [],
  directory: ["dry-run", "tenant"],
  policy: ["dry-run", "tenant"],
};

export interface ServiceCommand {
  readonly name: ServiceCommandName;
  /** A file or folder; "" for the manifest. */
  readonly target: string;
  readonly host: string | undefined;
  readonly id: string | undefined;
  readonly tenant: string | undefined;
  readonly dryRun: boolean;
  readonly language: Language;
}

export type ParsedServiceArguments =
  | { readonly ok: true; readonly command: ServiceCommand }
  | { readonly ok: false; readonly detail: string };

export const isServiceCommand = (name: string | undefined): boolean =>
  SERVICE_COMMANDS.some((each) => each === name);

const OPTIONS = {
  host: { type: "string" },
  id: { type: "string" },
  tenant: { type: "string" },
  "dry-run": { type: "boolean" },
  lang: { type: "string" },
} as const;

const refused = (detail: string): ParsedServiceArguments => ({ ok: false, detail });

export function parseServiceArguments(
  argv: readonly string[],
  language: Language,
): ParsedServiceArguments {
  let parsed;
  try {
    parsed = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return refused(error instanceof Error ? error.message : "");
  }
  const { values, positionals } = parsed;
  const [name, ...rest] = positionals as [ServiceCommandName, ...string[]];
  const action = ACTIONS[name];
  const foreign = Object.keys(values).find(
    (option) => option !== "lang" && !OPTIONS_OF[name].includes(option),
  );
  if (foreign !== undefined) return refused(`--${foreign}`);
  const { lang = language } = values;
  if (lang !== "ja" && lang !== "en") return refused(`--lang ${lang}`);
  if (action !== null && rest.shift() !== action) return refused(`${name} ${action}`);
  const [target = "", ...more] = rest;
  if (more.length > 0 || (target === "") !== (action === null))
    return refused(more[0] ?? `${name} ${action ?? ""}`.trim());
  const { host, id, tenant, "dry-run": dryRun = false } = values;
  return { ok: true, command: { name, target, host, id, tenant, dryRun, language: lang } };
}
