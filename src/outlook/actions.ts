import type { LaunchEvent } from "./completion";

export type Handler = (event: LaunchEvent) => Promise<void>;

/**
 * Tells Outlook which function answers which event of the manifest. Must run while the bundle
 * loads: classic Outlook runs nothing that waits for `onReady`, which browsers want to be called.
 */
export function associate(handlers: Readonly<Record<string, Handler>>): void {
  for (const name of Object.keys(handlers)) {
    const handler = handlers[name];
    if (handler) Office.actions.associate(name, (event: LaunchEvent) => void handler(event));
  }
  if (typeof Office.onReady === "function") void Office.onReady();
}
