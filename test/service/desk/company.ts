import { JAPANESE_HOURS, USUAL_PATIENCE } from "../../../src/approval/deciding/business-time";
import type { DraftMail } from "../../../src/api/requests";
import type { Directory } from "../../../src/core/directory";
import { KEY_USES, type KeyUse } from "../../../src/core/sign-off";
import { makeKeySet, publicKey } from "../../../src/service/keys/key-set";
import {
  loadServiceKeys,
  signingIds,
  type ServiceKeys,
} from "../../../src/service/keys/service-keys";
import { signerOf } from "../../../src/service/keys/signer";
import { createDesk, type WholeDesk } from "../../../src/service/desk/create-desk";
import type { Caller } from "../../../src/service/desk/desk";
import { runTask, type JobName, type Jobs } from "../../../src/service/desk/thread-task";
import { replaceDirectory } from "../../../src/service/desk/publishing";
import type { DeskParts, TenantSettings } from "../../../src/service/desk/parts";
import { cells, csv, customers, HEADER } from "../../inspection/customers";
import { emptyPlace, type DatabaseName, type Place } from "../storage/places";
import { NOW, openedAt, TENANT, type Opened } from "../storage/opened";

/** A company with two stores in one area. */
const person = (id: string, unit: string, more: Partial<Directory["persons"][number]> = {}) => ({
  id,
  name: id,
  unit,
  accounts: [{ oid: `oid-${id}`, address: `${id}@sekisho-motors.example` }],
  admin: false,
  privacyOfficer: false,
  left: null,
  ...more,
});

export const DIRECTORY: Directory = {
  version: 0,
  units: [
    { id: "area", name: "東海エリア", parent: null, managers: ["ono", "mori"], deputies: [] },
    { id: "store", name: "名古屋店", parent: "area", managers: ["kato"], deputies: [] },
    { id: "other", name: "岐阜店", parent: "area", managers: ["abe"], deputies: [] },
  ],
  persons: [
    person("sato", "store"),
    person("ito", "store"),
    person("kato", "store"),
    person("abe", "other"),
    person("ono", "area"),
    person("mori", "area"),
    person("admin", "area", { admin: true }),
    person("officer", "area", { privacyOfficer: true }),
  ],
  mailboxes: [{ address: "shop@sekisho-motors.example", unit: "store", senders: ["sato", "ito"] }],
  dutyPool: ["mori"],
};

export const SETTINGS: TenantSettings = {
  tenant: TENANT,
  insideDomains: ["sekisho-motors.example"],
  hours: JAPANESE_HOURS,
  patience: USUAL_PATIENCE,
  offlineSeconds: 3600,
  carryOver: true,
  minBundle: 0,
};

/** Always the same, so that processes of one test share them. */
const seed = (byte: number): string => Buffer.alloc(32, byte).toString("base64url");
const root = seed(1);

/** Signing keys from `first` on; the set names the ticket keys of `older` seeds beside them. */
export function keysFrom(
  first: number,
  serial: number,
  older: readonly number[] = [],
): ServiceKeys {
  const material = Object.fromEntries(
    KEY_USES.map((use, index) => [use, seed(index + first)]),
  ) as Record<KeyUse, string>;
  const named = [
    ...KEY_USES.map((use) => publicKey(signerOf(material[use]), use)),
    ...older.map((each) => publicKey(signerOf(seed(each)), "ticket")),
  ];
  const now = Math.floor(NOW / 1000);
  const keySet = makeKeySet(root, named, serial, now - 60);
  return loadServiceKeys({ private: material, keySet, roots: [signerOf(root)] }, now);
}
export const KEYS = keysFrom(2, 1);

export interface Company extends Opened {
  readonly desk: WholeDesk;
  readonly parts: DeskParts;
  /** Members of each distribution list that can be looked into. */
  readonly lists: Map<string, readonly string[]>;
  /** Signed in just now, unless said otherwise. */
  as(person: string, authTime?: number): Caller;
}

function done<N extends JobName>(name: N, job: Jobs[N]["job"]): Promise<Jobs[N]["result"]> {
  const task = runTask({ id: 1, name, job });
  return "result" in task ? Promise.resolve(task.result) : Promise.reject(new Error("failed"));
}

export async function companyAt(place: Place, keys: ServiceKeys = KEYS): Promise<Company> {
  const identity = { serial: keys.serial, signing: signingIds(keys) };
  const opened = await openedAt(place, { identity });
  const { storage, clock } = opened;
  const lists = new Map<string, readonly string[]>();
  const parts: DeskParts = {
    storage,
    keys,
    settings: (tenant) => (tenant === TENANT ? SETTINGS : null),
    judge: ({ clock: _clock, ...job }) => done("judge", job),
    readText: (job) => done("text", job),
    expand: (_, address) => Promise.resolve(lists.get(address) ?? null),
  };
  return {
    ...opened,
    desk: createDesk(parts),
    lists,
    parts,
    as: (who, authTime = Math.floor(clock.now / 1000)) => ({
      tenant: TENANT,
      oid: `oid-${who}`,
      authTime,
    }),
  };
}

export async function company(
  name: DatabaseName,
  directory: Directory = DIRECTORY,
): Promise<Company> {
  const at = await companyAt(await emptyPlace(name));
  await at.storage.change(TENANT, (work) => replaceDirectory(work, directory as never, ""));
  return at;
}

export interface Sending {
  readonly mail: DraftMail;
  readonly files: readonly Uint8Array[];
}

const listOf = (count: number, first: number): Uint8Array =>
  Buffer.from(csv([HEADER, ...customers(count, first).map(cells)]));

/** A mail to a partner with a list of customers. */
export function sending(more: Partial<DraftMail> = {}, count = 3, first = 0): Sending {
  const file = listOf(count, first);
  const sender = { name: "佐藤", address: "sato@sekisho-motors.example" };
  const mail: DraftMail = {
    sender,
    from: sender,
    recipients: [
      { field: "to", name: "山田", address: "yamada@partner.example", group: false },
      { field: "cc", name: "加藤", address: "kato@sekisho-motors.example", group: false },
    ],
    subject: "お客様一覧",
    bodyHtml: "<p>一覧をお送りします。</p>",
    composeType: "new",
    attachments: [{ name: "一覧.csv", inline: false, contentId: "", bytes: file.length }],
    history: {
      state: "known",
      baseline: {
        nonce: "n",
        attachments: [],
        outside: [],
        hadInside: false,
        hadText: false,
        lines: [],
      },
    },
    item: "item-1",
    ...more,
  };
  return { mail, files: mail.attachments.length === 0 ? [] : [file] };
}

export const ASK = { reason: "quotation", note: "", urgent: false } as const;

export async function asked(at: Company, { mail, files }: Sending = sending(), who = "sato") {
  const draft = await at.desk.beginDraft(at.as(who), mail);
  for (const [index, bytes] of files.entries())
    await at.desk.putAttachment(at.as(who), draft.id, index, bytes);
  return at.desk.ask(at.as(who), draft.id, ASK);
}

type Shown = Awaited<ReturnType<typeof asked>>;

export const approve = (at: Company, shown: Shown, who = "kato", more = {}) =>
  at.desk.decide(at.as(who), shown.id, {
    decision: "approve",
    digest: shown.digest,
    ticks: shown.ticks,
    comment: "",
    number: shown.typedNumber ? shown.others : null,
    ...more,
  });

export const reject = (at: Company, shown: Shown, who = "kato") =>
  at.desk.decide(at.as(who), shown.id, {
    decision: "reject",
    digest: shown.digest,
    ticks: [],
    comment: "宛先が違います",
    number: null,
  });
