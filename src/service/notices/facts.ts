import { personById, unitById } from "../../approval/deciding/people";
import type { Directory } from "../../core/directory";
import type { NoticeWord } from "../../locales/notices";
import { directoryOf, mayDecide } from "../desk/people";
import type { Audience, Notice } from "../storage/outbox";
import { findRequest, type StoredRequest } from "../storage/requests";
import type { Storage } from "../storage/storage";
import type { Reading } from "../storage/work";
import type { NoticeFacts } from "./compose";

/** What a notice says and to whom, as things are at the moment of sending; null: it has lost its point. */
export const noticeFacts =
  (storage: Storage) =>
  (notice: Notice): Promise<NoticeFacts | null> =>
    storage.read(notice.tenant, async (reading) => {
      const request = await findRequest(reading, notice.request);
      const word = request && wordOf(notice, request);
      if (request === null || word === null) return null;
      const directory = await directoryOf(reading);
      return {
        id: notice.id,
        request: request.id,
        word,
        to: addressesOf(reading, directory, request, notice),
        sender: personById(directory, request.sender)?.name ?? "",
        others: request.others,
        outside: request.outside,
        files: request.files,
      };
    });

function wordOf({ kind, audience }: Notice, { state }: StoredRequest): NoticeWord | null {
  if (kind === "superseded" || kind === "withdrawn") return kind;
  if (audience === "sender") return wordForSender(kind, state);
  if (state !== "requested") return null;
  if (kind === "reminder") return "reminder";
  return audience === "deputies" || audience === "duty-pool" ? "stand-in" : "asked";
}

function wordForSender(kind: Notice["kind"], state: StoredRequest["state"]): NoticeWord | null {
  if (kind === "decided")
    return state === "approved" ||
      state === "rejected" ||
      state === "revoked" ||
      state === "expired"
      ? state
      : null;
  return state === "approved" ? "expiring" : null;
}

function addressesOf(
  reading: Reading,
  directory: Directory,
  request: StoredRequest,
  { kind, audience }: Notice,
): readonly string[] {
  const now = reading.clock();
  const isTold = (id: string) =>
    audience === "sender" ||
    kind === "superseded" ||
    kind === "withdrawn" ||
    mayDecide(reading, directory, request, id, now).state === "may-decide";
  const ids = [...new Set(idsOf(directory, request, audience))].filter(isTold);
  return ids
    .flatMap((id) => personById(directory, id)?.accounts.slice(0, 1) ?? [])
    .map(({ address }) => address);
}

function idsOf(
  directory: Directory,
  request: StoredRequest,
  audience: Audience,
): readonly string[] {
  const unit = unitById(directory, request.unit);
  const above = unitById(directory, unit?.parent ?? "");
  switch (audience) {
    case "sender":
      return [request.sender];
    case "managers":
      return [...(unit?.managers ?? []), ...(above?.managers ?? [])];
    case "deputies":
      return (unit?.deputies ?? []).map(({ person }) => person);
    case "duty-pool":
      return directory.dutyPool;
    case "privacy-officer":
      return directory.persons.filter(({ privacyOfficer }) => privacyOfficer).map(({ id }) => id);
  }
}
