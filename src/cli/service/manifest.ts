import path from "node:path";
import { serviceCommandTexts } from "../../locales/service-commands";
import { isGuid } from "../../service/configuration/guid";
import { httpsOrigin } from "../../service/configuration/origins";
import { manifestFor } from "../../service/http/manifest";
import { EXIT } from "../terminal";
import type { ServiceCommand } from "./arguments";
import type { ServiceTerminal } from "./terminal";

/** `sekisho manifest`: the manifest for one's own host, on standard output. */
export function manifestCommand(command: ServiceCommand, terminal: ServiceTerminal): number {
  const texts = serviceCommandTexts[command.language];
  const origin = httpsOrigin(command.host ?? "");
  if (origin === null) {
    terminal.err(texts.badOption("--host https://…"));
    return EXIT.usage;
  }
  if (command.id !== undefined && !isGuid(command.id)) {
    terminal.err(texts.badOption("--id GUID"));
    return EXIT.usage;
  }
  const xml = new TextDecoder().decode(terminal.read(path.join(terminal.dist, "manifest.xml")));
  terminal.out(manifestFor(xml, origin, command.id).trimEnd());
  if (command.id === undefined) terminal.err(texts.sharedId);
  return EXIT.clean;
}
