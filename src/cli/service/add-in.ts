import path from "node:path";
import { serviceCommandTexts } from "../../locales/service-commands";
import { addInConfiguration } from "../../service/configuration/add-in";
import { httpsOrigin } from "../../service/configuration/origins";
import { staticCopy, staticHeaders } from "../../service/http/static-copy";
import { EXIT, errorName } from "../terminal";
import type { ServiceCommand } from "./arguments";
import { settingsFor } from "./settings-for";
import type { ServiceTerminal } from "./terminal";

/**
 * `sekisho addin`: the add-in's files for a host of their own, with the service's settings in them.
 * On standard output the headers that this host has to send.
 */
export function addInCommand(command: ServiceCommand, terminal: ServiceTerminal): number {
  const { target, language } = command;
  const texts = serviceCommandTexts[language];
  const host = httpsOrigin(command.host ?? "");
  if (host === null) {
    terminal.err(texts.badOption("--host https://…"));
    return EXIT.usage;
  }
  const configuration = settingsFor(command, terminal);
  if (configuration === null) return EXIT.usage;
  const { addInOrigins, frameAncestors } = configuration.site;
  if (!addInOrigins.includes(host)) {
    terminal.err(texts.notAddInOrigin(host));
    return EXIT.usage;
  }
  const addIn = addInConfiguration(configuration);
  try {
    const files = staticCopy(terminal.dist, addIn, host);
    for (const file of files) terminal.writePublic(path.join(target, file.path), file.content);
    terminal.err(texts.addInWritten(target, files.length));
  } catch (error) {
    terminal.err(texts.notWritten(target, errorName(error)));
    return EXIT.unreadable;
  }
  for (const [name, value] of Object.entries(staticHeaders(addIn, frameAncestors)))
    terminal.out(`${name}: ${value}`);
  return EXIT.clean;
}
