import { secretsOf } from "../../../src/service/storage/secrets";
import { openStorage, type StorageOptions } from "../../../src/service/storage/open";
import type { StoredRequest } from "../../../src/service/storage/requests";
import type { Storage } from "../../../src/service/storage/storage";
import type { BrokenRow } from "../../../src/service/storage/work";
import { emptyPlace, type DatabaseName, type Place } from "./places";

export const TENANT = "11111111-1111-4111-8111-111111111111";
export const OTHER_TENANT = "22222222-2222-4222-8222-222222222222";
export const MASTER = Buffer.alloc(32, 7);

/** A storage with its alarms and a clock that tests move. */
export interface Opened {
  readonly storage: Storage & { close(): Promise<void> };
  readonly place: Place;
  readonly alarms: BrokenRow[];
  readonly clock: { now: number };
}

export const NOW = Date.UTC(2025, 6, 7, 1, 0);

export const optionsFor = (place: Place, more: Partial<StorageOptions> = {}): StorageOptions => ({
  url: place.url,
  keyStoreUrl: place.keyStoreUrl,
  secrets: secretsOf(MASTER),
  clock: () => NOW,
  alarm: () => undefined,
  identity: { serial: 1, signing: ["ticket-1"] },
  ...more,
});

export async function openedAt(place: Place, more: Partial<StorageOptions> = {}): Promise<Opened> {
  const alarms: BrokenRow[] = [];
  const clock = { now: NOW };
  const storage = await openStorage(
    optionsFor(place, { clock: () => clock.now, alarm: (row) => alarms.push(row), ...more }),
  );
  return { storage, place, alarms, clock };
}

export const opened = async (name: DatabaseName): Promise<Opened> =>
  openedAt(await emptyPlace(name));

export const request = (id: string, more: Partial<StoredRequest> = {}): StoredRequest => ({
  id,
  version: 0,
  state: "requested",
  sender: "p-sato",
  unit: "u-store",
  askedAt: NOW,
  expiresAt: NOW + 1000,
  stateAt: NOW,
  eraseAt: null,
  urgent: false,
  reason: "quotation",
  verdict: "sign-off",
  persons: 1,
  others: 1,
  summedOthers: 1,
  outside: 1,
  files: 1,
  rules: ["others-to-outside"],
  unusual: [],
  required: { managers: 1, outsideUnit: false, privacyOfficer: false },
  typedNumber: false,
  policySerial: 0,
  poolFrom: NOW,
  mailboxRef: "m".repeat(64),
  supersedes: null,
  rejected: null,
  itemRef: "i".repeat(64),
  digestRef: "d".repeat(64),
  fileRefs: [],
  lookupRef: "l".repeat(64),
  decisions: [],
  ticket: null,
  release: null,
  ...more,
});
