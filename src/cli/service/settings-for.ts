import { configurationTexts } from "../../locales/configuration";
import { serviceCommandTexts } from "../../locales/service-commands";
import {
  readConfiguration,
  type ServiceConfiguration,
} from "../../service/configuration/configuration";
import type { ServiceCommand } from "./arguments";
import type { ServiceTerminal } from "./terminal";

/** The service's settings; null where some are bad, which is said. */
export function settingsFor(
  { language }: ServiceCommand,
  terminal: ServiceTerminal,
): ServiceConfiguration | null {
  const { problems } = configurationTexts[language];
  const read = readConfiguration(terminal.environment);
  if (read.ok) return read.configuration;
  for (const { code, variable } of read.bad)
    terminal.err(`${variable}: ${problems[code]} [${code}]`);
  terminal.err(serviceCommandTexts[language].settingsAre);
  return null;
}
