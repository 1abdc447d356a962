import { parseArgs } from "node:util";
import { auditTexts, type AuditTexts } from "../locales/audit";
import type { Language } from "../locales/language";
import { Settings as Variables } from "../service/configuration/settings";
import { auditAll, isWhole, type TenantAudit } from "../service/storage/audit";
import { parseHeads, type ExportedHead } from "../service/storage/heads";
import { openForAudit } from "../service/storage/open-for-audit";
import { MASTER_BYTES, secretsOf } from "../service/storage/secrets";
import { EXIT, type Terminal } from "./terminal";

type Environment = Readonly<Record<string, string | undefined>>;
type AuditTerminal = Pick<Terminal, "out" | "err" | "read">;

interface Request {
  readonly requireAnchor: boolean;
  readonly heads: string | undefined;
  readonly language: Language;
}

/** `sekisho audit verify`: whether the record and every row that gives authority hold. */
export async function auditCommand(
  argv: readonly string[],
  environment: Environment,
  terminal: AuditTerminal,
  language: Language,
): Promise<number> {
  const request = parse(argv, language);
  const texts = auditTexts[request?.language ?? language];
  if (request === null) {
    terminal.err(texts.usage);
    return EXIT.usage;
  }
  const settings = settingsOf(environment);
  if (typeof settings === "string") {
    terminal.err(texts.missing(settings));
    return EXIT.usage;
  }
  try {
    const heads = headsOf(request.heads ?? environment.SEKISHO_HEADS_FILE, terminal);
    const audits = await verify(settings, heads);
    return report(audits, request, terminal, texts);
  } catch {
    // The cause may quote an address with a password.
    terminal.err(texts.unreadable);
    return EXIT.unreadable;
  }
}

function parse(argv: readonly string[], otherwise: Language): Request | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: {
        "require-anchor": { type: "boolean" },
        heads: { type: "string" },
        lang: { type: "string" },
      },
      allowPositionals: true,
    });
    const { lang = otherwise, heads } = values;
    if (positionals.join(" ") !== "verify" || (lang !== "ja" && lang !== "en")) return null;
    return { requireAnchor: values["require-anchor"] === true, heads, language: lang };
  } catch {
    return null;
  }
}

interface Settings {
  readonly url: string;
  readonly keyStoreUrl: string;
  readonly master: Uint8Array;
}

/** The name of the first variable that is missing or wrong. */
function settingsOf(environment: Environment): Settings | string {
  const variables = new Variables(environment);
  const url = variables.secret("DATABASE_URL");
  const keyStoreUrl = variables.secret("SEKISHO_KEY_STORE_URL");
  const master = Buffer.from(variables.secret("SEKISHO_MASTER_SECRET") ?? "", "base64url");
  if (url === null) return "DATABASE_URL";
  if (keyStoreUrl === null) return "SEKISHO_KEY_STORE_URL";
  if (master.length !== MASTER_BYTES) return "SEKISHO_MASTER_SECRET";
  return { url, keyStoreUrl, master };
}

const headsOf = (file: string | undefined, terminal: AuditTerminal): ExportedHead[] =>
  file === undefined ? [] : parseHeads(Buffer.from(terminal.read(file)).toString("utf8"));

async function verify(
  { url, keyStoreUrl, master }: Settings,
  heads: readonly ExportedHead[],
): Promise<TenantAudit[]> {
  const storage = openForAudit(url, keyStoreUrl, secretsOf(master));
  try {
    return await auditAll(storage, heads);
  } finally {
    await storage.close();
  }
}

function report(
  audits: readonly TenantAudit[],
  { requireAnchor }: Request,
  terminal: AuditTerminal,
  texts: AuditTexts,
): number {
  if (audits.length === 0) terminal.out(texts.nothing);
  for (const audit of audits) tell(audit, terminal, texts);
  const isProven = audits.every(({ chain }) => chain.tail === "proven");
  const isGood = audits.every(isWhole) && (isProven || !requireAnchor);
  return isGood ? EXIT.clean : EXIT.found;
}

function tell(audit: TenantAudit, terminal: AuditTerminal, texts: AuditTexts): void {
  const { tenant, chain, rows } = audit;
  terminal.out(isWhole(audit) ? texts.intact(tenant, chain.entries) : texts.broken(tenant));
  for (const { code, sequence } of chain.problems) terminal.out(texts.problem(code, sequence));
  for (const { table, id } of rows) terminal.out(texts.row(table, id));
  terminal.out(chain.tail === "proven" ? texts.proven : texts.unproven(chain.provenUpTo));
}
