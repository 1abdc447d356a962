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
  const { id, clientId } = command;
  const origin = httpsOrigin(command.host ?? "");
  const isBad = (guid: string | undefined): boolean => guid !== undefined && !isGuid(guid);
  const bad =
    origin === null
      ? "--host https://…"
      : isBad(id)
        ? "--id GUID"
        : isBad(clientId)
          ? "--client-id GUID"
          : null;
  if (origin === null || bad !== null) {
    terminal.err(texts.badOption(bad ?? ""));
    return EXIT.usage;
  }
  const xml = new TextDecoder().decode(terminal.read(path.join(terminal.dist, "manifest.xml")));
  terminal.out(manifestFor(xml, origin, { id, clientId }).trimEnd());
  if (id === undefined) terminal.err(texts.sharedId);
  if (clientId === undefined) terminal.err(texts.noClientId);
  return EXIT.clean;
}
