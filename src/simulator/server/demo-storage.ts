import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { DEMO_TENANT } from "../../service/configuration/demo-marks";
import { signingIds } from "../../service/keys/service-keys";
import type { ServiceKeys } from "../../service/keys/service-keys";
import { liveDocument, publishDocument } from "../../service/storage/documents";
import { openStorage } from "../../service/storage/open";
import { secretsOf } from "../../service/storage/secrets";
import type { Storage } from "../../service/storage/storage";
import type { BrokenRow } from "../../service/storage/work";
import { demoDirectory } from "../seed/directory";
import { demoPolicy } from "../seed/policy";

export interface DemoStorageOptions {
  readonly folder: string;
  /** Goes on with what is there. */
  readonly keep: boolean;
  /** Base64url of 32 bytes. */
  readonly master: string;
  readonly keys: ServiceKeys;
  readonly alarm: (row: BrokenRow) => void;
}

export type DemoStorage = Storage & { close(): Promise<void> };

/** The demo's two databases with its company's directory and policy in them. */
export async function demoStorage(options: DemoStorageOptions): Promise<DemoStorage> {
  const { folder, keep, master, keys, alarm } = options;
  if (!keep) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const storage = await openStorage({
    url: `file:${path.join(folder, "service.sqlite")}`,
    keyStoreUrl: `file:${path.join(folder, "keys.sqlite")}`,
    secrets: secretsOf(new Uint8Array(Buffer.from(master, "base64url"))),
    clock: Date.now,
    alarm,
    identity: { serial: keys.serial, signing: signingIds(keys) },
  });
  await storage.change(DEMO_TENANT, async (work) => {
    if (await liveDocument(work, "directory")) return;
    await publishDocument(work, "directory", 1, demoDirectory(), {
      kind: "directory-published",
      actor: "",
    });
    await publishDocument(work, "policy", demoPolicy.serial, demoPolicy, {
      kind: "policy-published",
      actor: "",
    });
  });
  return storage;
}
