import { parseArgs } from "node:util";
import type { Language } from "../../locales/language";

interface Form {
  /** Whether a file or folder stands behind it. */
  readonly target: boolean;
  readonly options: readonly string[];
}

/** Every command that sets a service up or keeps it going. */
const FORMS = {
  manifest: { target: false, options: ["host", "id", "client-id"] },
  addin: { target: true, options: ["host"] },
  "keys init": { target: true, options: [] },
  "keys renew": { target: true, options: ["root"] },
  "keys rotate": { target: true, options: ["root", "now"] },
  "directory import": { target: true, options: ["dry-run", "tenant"] },
  "directory sync": { target: false, options: ["dry-run", "tenant", "grant"] },
  "policy show": { target: false, options: ["tenant"] },
  "policy publish": { target: true, options: ["dry-run", "tenant"] },
} as const satisfies Readonly<Record<string, Form>>;
export type ServiceCommandName = keyof typeof FORMS;

export interface ServiceCommand {
  readonly name: ServiceCommandName;
  /** A file or folder; "" where none belongs. */
  readonly target: string;
  readonly host: string | undefined;
  readonly id: string | undefined;
  readonly clientId: string | undefined;
  /** File of the offline root's private key. */
  readonly root: string | undefined;
  readonly tenant: string | undefined;
  readonly dryRun: boolean;
  /** Whether keys are changed without waiting, because they are known to others. */
  readonly now: boolean;
  /** Gives rights that Entra names and the directory does not have. */
  readonly grant: boolean;
  readonly language: Language;
}

export type ParsedServiceArguments =
  | { readonly ok: true; readonly command: ServiceCommand }
  | { readonly ok: false; readonly detail: string };

export const isServiceCommand = (name: string | undefined): boolean =>
  Object.keys(FORMS).some((each) => each.split(" ")[0] === name);

const OPTIONS = {
  host: { type: "string" },
  id: { type: "string" },
  "client-id": { type: "string" },
  root: { type: "string" },
  tenant: { type: "string" },
  "dry-run": { type: "boolean" },
  now: { type: "boolean" },
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
  const name = nameOf(positionals);
  if (name === null) return refused(positionals.join(" "));
  const { target: hasTarget, options }: Form = FORMS[name];
  const foreign = Object.keys(values).find(
    (option) => option !== "lang" && !options.includes(option),
  );
  if (foreign !== undefined) return refused(`--${foreign}`);
  const { lang = language } = values;
  if (lang !== "ja" && lang !== "en") return refused(`--lang ${lang}`);
  const [target = "", ...more] = positionals.slice(name.split(" ").length);
  if (more.length > 0 || (target !== "") !== hasTarget) return refused(positionals.join(" "));
  const { host, id, "client-id": clientId, root, tenant } = values;
  const { "dry-run": dryRun = false, now = false, grant = false } = values;
  const given = { host, id, clientId, root, tenant, dryRun, now, grant };
  return { ok: true, command: { name, target, ...given, language: lang } };
}

function nameOf([first = "", second = ""]: readonly string[]): ServiceCommandName | null {
  const names = Object.keys(FORMS) as ServiceCommandName[];
  return names.find((name) => name === first || name === `${first} ${second}`) ?? null;
}
