import type { OfflineRelease, Released, ReleaseAsk, SendEvent } from "../api/send";
import { askService, problemCode, tellService } from "./ask-service";
import { surroundings } from "./surroundings";

/** In the press of Send: what answers later counts as unreachable. */
export const RELEASE_MILLISECONDS = 1_500;
const TELL_MILLISECONDS = 10_000;

export type ReleaseAnswer =
  | { readonly state: "released"; readonly released: Released }
  /** `code` is empty where no problem document came with it. */
  | { readonly state: "refused"; readonly status: number; readonly code: string }
  | { readonly state: "unreachable" };

/** Spends the ticket of a mail (docs/sign-off.md, "At Send"). The same nonce is the same release. */
export async function askRelease(ask: ReleaseAsk): Promise<ReleaseAnswer> {
  const answer = await askService({
    method: "POST",
    url: at("/api/releases"),
    body: ask,
    milliseconds: RELEASE_MILLISECONDS,
  });
  if (answer.state === "unreachable") return answer;
  const { status, body } = answer;
  if (status !== 200) return { state: "refused", status, code: problemCode(body) };
  const { ticket, now } = body as Partial<Released>;
  const isComplete = typeof ticket === "string" && typeof now === "number";
  return isComplete ? { state: "released", released: { ticket, now } } : { state: "unreachable" };
}

/** True where the service has it now, or does not want it. */
export async function tellOfflineRelease(told: OfflineRelease): Promise<boolean> {
  const answer = await askService({
    method: "POST",
    url: at("/api/releases/offline"),
    body: told,
    milliseconds: TELL_MILLISECONDS,
  });
  return answer.state === "answered" && answer.status !== 429;
}

/** Best effort: see `tellService`. */
export const tellSendEvent = (event: SendEvent): void => tellService(at("/api/events"), event);

const at = (path: string): string => surroundings().origin + path;
