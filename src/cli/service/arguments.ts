import { parseArgs } from "node:util";
import type { Language } from "../../locales/language";

export const SERVICE_COMMANDS = ["manifest", "keys", "directory", "policy"] as const;
export type ServiceCommandName = (typeof SERVICE_COMMANDS)[number];

/** What stands behind the command's name. */
const ACTIONS: Readonly<Record<ServiceCommandName, readonly string[]>> = {
  manifest: [],
  keys: ["init"],
  directory: ["import", "sync"],
  policy: ["publish"],
};
/** Neither a file nor a folder stands behind these. */
const WITHOUT_TARGET = ["", "sync"];

const OPTIONS_OF: Readonly<Record<ServiceCommandName, readonly string[]>> = {
  manifest: ["host", "id"],
  keys: [],
  directory: ["dry-run", "tenant", "grant"],
  policy: ["dry-run", "tenant"],
};

export interface ServiceCommand {
  readonly name: ServiceCommandName;
  /** "" for the manifest. */
  readonly action: string;
  /** A file or folder; "" where there is none. */
  readonly target: string;
  readonly host: string | undefined;
  readonly id: string | undefined;
  readonly tenant: string | undefined;
  readonly dryRun: boolean;
  /** Gives rights that Entra names and the directory does not have. */
  readonly grant: boolean;
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
  grant: { type: "boolean" },
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
  const actions = ACTIONS[name];
  const foreign = Object.keys(values).find(
    (option) => option !== "lang" && !OPTIONS_OF[name].includes(option),
  );
  if (foreign !== undefined) return refused(`--${foreign}`);
  const { lang = language } = values;
  if (lang !== "ja" && lang !== "en") return refused(`--lang ${lang}`);
  const action = actions.length === 0 ? "" : (rest.shift() ?? "");
  if (actions.length > 0 && !actions.includes(action))
    return refused(`${name} ${actions.join("/")}`);
  const [target = "", ...more] = rest;
  if (more.length > 0 || (target === "") !== WITHOUT_TARGET.includes(action))
    return refused(more[0] ?? `${name} ${action}`.trim());
  const { host, id, tenant, "dry-run": dryRun = false, grant = false } = values;
  if (grant && action !== "sync") return refused("--grant");
  return {
    ok: true,
    command: { name, action, target, host, id, tenant, dryRun, grant, language: lang },
  };
}
