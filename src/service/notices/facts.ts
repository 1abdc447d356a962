import { hasLeft, personById } from "../../approval/deciding/people";
import type { Directory } from "../../core/directory";
import type { RequestState } from "../../core/sign-off";
import type { NoticeWord } from "../../locales/notices";
import { askedPeople } from "../desk/asked-people";
import { directoryOf } from "../desk/people";
import type { Audience, Notice } from "../storage/outbox";
import { findRequest, type StoredRequest } from "../storage/requests";
import type { Storage } from "../storage/storage";
import type { Reading } from "../storage/work";
import type { NoticeFacts } from "./compose";

/** What a notice says and to whom, read at the moment of sending; null: it has lost its point. */
export const noticeFacts =
  (storage: Storage) =>
  (notice: Notice): Promise<NoticeFacts | null> =>
    storage.read(notice.tenant, async (reading) => {
      const request = await findRequest(reading, notice.request);
      const word = request === null ? null : wordOf(notice, request.state);
      if (request === null || word === null) return null;
      const directory = await directoryOf(reading);
      const { sender, others, outside, files } = request;
      return {
        id: notice.id,
        request: request.id,
        word,
        to: addressesOf(directory, peopleOf(reading, directory, request, notice.audience)),
        sender: personById(directory, sender)?.name ?? "",
        others,
        outside,
        files,
      };
    });

const DECIDED: Partial<Record<RequestState, NoticeWord>> = {
  approved: "approved",
  rejected: "rejected",
  revoked: "revoked",
  expired: "expired",
};

function wordOf({ kind, audience }: Notice, state: RequestState): NoticeWord | null {
  switch (kind) {
    case "asked":
      if (state !== "requested") return null;
      return audience === "deputies" || audience === "duty-pool" ? "stand-in" : "asked";
    case "reminder":
      if (audience === "sender") return state === "approved" ? "expiring" : null;
      return state === "requested" ? "reminder" : null;
    case "expiring":
      return state === "approved" ? "expiring" : null;
    case "decided":
      return DECIDED[state] ?? null;
    case "superseded":
    case "withdrawn":
      return kind;
  }
}

/** Ids of who is told. Whoever has no right to decide it now is not told that it waits. */
function peopleOf(
  reading: Reading,
  directory: Directory,
  request: StoredRequest,
  audience: Audience,
): readonly string[] {
  const now = reading.clock();
  if (audience === "sender") {
    const person = personById(directory, request.sender);
    return person === null || hasLeft(person, now) ? [] : [person.id];
  }
  return askedPeople(reading, directory, request, audience, now);
}

/** A person is told at the first address. */
const addressesOf = (directory: Directory, ids: readonly string[]): readonly string[] =>
  ids.flatMap((id) => personById(directory, id)?.accounts[0]?.address ?? []);
