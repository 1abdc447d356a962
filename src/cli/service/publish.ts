import { checkDirectory, type DirectoryProblem } from "../../approval/deciding/directory-check";
import type { DirectoryDocument } from "../../api/people";
import type { Directory } from "../../core/directory";
import type { Policy } from "../../core/policy";
import { configurationTexts } from "../../locales/configuration";
import { serviceCommandTexts, type ServiceCommandsTexts } from "../../locales/service-commands";
import { parsePolicy } from "../../policy/schema";
import type { ServiceConfiguration } from "../../service/configuration/configuration";
import { directoryOf, policyOf } from "../../service/desk/people";
import { replaceDirectory, replacePolicy } from "../../service/desk/publishing";
import { NoClientToken } from "../../service/directory/client-token";
import { differences } from "../../service/directory/difference";
import { directoryFromCsv } from "../../service/directory/from-csv";
import { GraphFailed } from "../../service/directory/graph-client";
import { graphDirectory } from "../../service/directory/graph-directory";
import { openGraph } from "../../service/directory/open-graph";
import { readEntra } from "../../service/directory/read-entra";
import { synced } from "../../service/directory/sync";
import {
  directoryFromJson,
  UnreadableDirectory,
  type ReadDirectory,
} from "../../service/directory/read-directory";
import { Refused } from "../../service/refused";
import { storageOf } from "../../service/start";
import { StartRefused } from "../../service/storage/start-refused";
import type { Storage } from "../../service/storage/storage";
import { EXIT, errorName } from "../terminal";
import type { ServiceCommand } from "./arguments";
import { settingsFor } from "./settings-for";
import type { ServiceTerminal } from "./terminal";

/** In the record, where a person's id stands otherwise. */
const ACTOR = "command-line";

/** What is published, or why not; `place` is a line or a path. */
class NotPublished extends Error {
  constructor(readonly said: string) {
    super(said);
  }
}

type Publish = (
  storage: Storage,
  tenant: string,
  configuration: ServiceConfiguration,
) => Promise<void>;

/** `sekisho directory import` and `sync`: shows what is different, and publishes it. */
export async function directoryCommand(
  command: ServiceCommand,
  terminal: ServiceTerminal,
): Promise<number> {
  const texts = serviceCommandTexts[command.language];
  return published(command, terminal, () => {
    if (command.name === "directory sync") return syncWith(command, terminal);
    const read = readDirectory(command, terminal, texts);
    return async (storage, tenant) => {
      const before = await storage.read(tenant, directoryOf);
      await publishNext({ command, terminal, storage, tenant, before, actor: ACTOR }, read);
    };
  });
}

/** Asks Entra about everybody in the directory; what would widen a right is only said. */
function syncWith(command: ServiceCommand, terminal: ServiceTerminal): Publish {
  const texts = serviceCommandTexts[command.language];
  return async (storage, tenant, { notices: { graph } }) => {
    if (graph === null || graph.tenant !== tenant) throw new NotPublished(texts.noGraph);
    const before = await storage.read(tenant, directoryOf);
    const now = terminal.now();
    const entra = graphDirectory(
      openGraph(graph, { fetch: terminal.fetch, clock: () => terminal.now() }),
    );
    const facts = await readEntra(entra, before);
    const { directory, heldBack } = synced(before, facts, now, command.grant);
    for (const { unit, person } of heldBack)
      terminal.out(person === "" ? texts.strangerManager(unit) : texts.notGranted(unit, person));
    await publishNext({ command, terminal, storage, tenant, before, actor: "entra" }, directory);
  };
}

interface Publishing {
  readonly command: ServiceCommand;
  readonly terminal: ServiceTerminal;
  readonly storage: Storage;
  readonly tenant: string;
  readonly before: Directory;
  readonly actor: string;
}

async function publishNext(publishing: Publishing, read: ReadDirectory): Promise<void> {
  const { command, terminal, storage, tenant, before, actor } = publishing;
  const texts = serviceCommandTexts[command.language];
  const changes = differences(before, read);
  for (const { part, change, id, fields } of changes)
    terminal.out(texts.difference(part, change, id, fields.join(", ")));
  const next: Directory = { ...read, version: before.version };
  const problems = checkDirectory(next, terminal.now());
  if (problems.length > 0) throw new NotPublished(said(problems, texts));
  if (changes.length === 0) return terminal.out(texts.same);
  if (command.dryRun) return terminal.out(texts.dryRun(changes.length));
  const document = next as DirectoryDocument;
  const { version } = await storage.change(tenant, (work) =>
    replaceDirectory(work, document, actor),
  );
  terminal.out(texts.published(version));
}

/** `sekisho policy publish`. */
export async function policyCommand(
  command: ServiceCommand,
  terminal: ServiceTerminal,
): Promise<number> {
  const texts = serviceCommandTexts[command.language];
  return published(command, terminal, () => {
    const policy = readPolicy(command, terminal, texts);
    return async (storage, tenant) => {
      const [before, people] = await storage.read(tenant, async (reading) => [
        await policyOf(reading),
        await directoryOf(reading),
      ]);
      const { serial } = before;
      const changes = POLICY_FIELDS.filter((field) => !isSame(before[field], policy[field]));
      if (serial === 0) terminal.out(texts.firstPolicy);
      for (const field of changes) terminal.out(texts.policyDifference(field));
      const problems = checkDirectory(people, terminal.now());
      if (problems.length > 0) throw new NotPublished(said(problems, texts));
      if (changes.length === 0 && serial > 0) return terminal.out(texts.same);
      if (command.dryRun) return terminal.out(texts.dryRun(changes.length));
      const next = await storage.change(tenant, (work) =>
        replacePolicy(work, { serial, policy }, ACTOR),
      );
      terminal.out(texts.published(next.serial));
    };
  });
}

const POLICY_FIELDS = [
  "individual",
  "insideDomains",
  "consumerDomains",
  "visible",
  "bulk",
  "others",
] as const satisfies readonly (keyof Policy)[];

const isSame = (before: unknown, after: unknown): boolean =>
  JSON.stringify(before) === JSON.stringify(after);

/** `sekisho policy show`: the policy in force as a file for `policy publish`. */
export const showPolicyCommand = (
  command: ServiceCommand,
  terminal: ServiceTerminal,
): Promise<number> =>
  published(command, terminal, () => async (storage, tenant) => {
    const policy = await storage.read(tenant, policyOf);
    terminal.out(JSON.stringify(policy, null, 2));
  });

/** Reads the file before the database is opened, and says whatever goes wrong. */
async function published(
  command: ServiceCommand,
  terminal: ServiceTerminal,
  prepare: () => Publish,
): Promise<number> {
  const texts = serviceCommandTexts[command.language];
  const { problems } = configurationTexts[command.language];
  let storage: Awaited<ReturnType<typeof storageOf>> | null = null;
  try {
    const publish = prepare();
    const configuration = settingsFor(command, terminal);
    if (configuration === null) return EXIT.usage;
    const { tenants } = configuration.identity;
    const tenant = command.tenant?.toLowerCase() ?? (tenants.length === 1 ? tenants[0] : undefined);
    if (tenant === undefined || !tenants.includes(tenant)) {
      terminal.err(texts.whichTenant);
      return EXIT.usage;
    }
    storage = await storageOf(configuration, () => terminal.now());
    await publish(storage, tenant, configuration);
    return EXIT.clean;
  } catch (error) {
    terminal.err(problemOf(error, texts, problems));
    return EXIT.unreadable;
  } finally {
    await storage?.close();
  }
}

function problemOf(
  error: unknown,
  texts: ServiceCommandsTexts,
  problems: Readonly<Record<string, string>>,
): string {
  if (error instanceof NotPublished) return error.said;
  if (error instanceof Refused) return texts.notPublished(error.code, error.more.path ?? "");
  if (error instanceof GraphFailed || error instanceof NoClientToken)
    return texts.graphFailed(error.message);
  if (error instanceof StartRefused) return problems[error.code] ?? error.code;
  return texts.notPublished(errorName(error), "");
}

const said = (problems: readonly DirectoryProblem[], texts: ServiceCommandsTexts): string =>
  problems.map(({ code, path }) => texts.notPublished(code, path)).join("\n");

function bytesOf(
  { target }: ServiceCommand,
  terminal: ServiceTerminal,
  texts: ServiceCommandsTexts,
): Uint8Array {
  try {
    return terminal.read(target);
  } catch (error) {
    throw new NotPublished(texts.unreadable(target, errorName(error)));
  }
}

function readDirectory(
  command: ServiceCommand,
  terminal: ServiceTerminal,
  texts: ServiceCommandsTexts,
): ReadDirectory {
  const { target } = command;
  const bytes = bytesOf(command, terminal, texts);
  try {
    return /\.json$/i.test(target) ? directoryFromJson(bytes) : directoryFromCsv(bytes);
  } catch (error) {
    if (!(error instanceof UnreadableDirectory)) throw error;
    throw new NotPublished(texts.notDirectory(target, error.code, String(error.place)));
  }
}

function readPolicy(
  command: ServiceCommand,
  terminal: ServiceTerminal,
  texts: ServiceCommandsTexts,
): Policy {
  let policy: unknown;
  try {
    policy = JSON.parse(new TextDecoder().decode(bytesOf(command, terminal, texts)));
  } catch (error) {
    if (error instanceof NotPublished) throw error;
    throw new NotPublished(texts.notPolicy(command.target, ""));
  }
  const parsed = parsePolicy(policy);
  if ("error" in parsed) throw new NotPublished(texts.notPolicy(command.target, parsed.error.path));
  return parsed.policy;
}
