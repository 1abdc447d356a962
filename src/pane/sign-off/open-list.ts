import type { Answered, ApiClient } from "../../api/client";
import type { RequestSummary } from "../../api/requests";

/** An own request that waits, or is approved and not sent. */
export interface OpenRequest extends RequestSummary {
  /** Of its mail, so that its sender knows it again; null where it could not be had. */
  readonly subject: string | null;
}

/** Older than any request that still waits or may be sent, closing days counted in. */
const OLDEST = 31 * 86_400_000;

/** Reads all that is open, over as many pages as it takes. Subjects do not change: each is asked once. */
export function createOpenList(api: ApiClient, now: () => number) {
  const subjects = new Map<string, string>();

  const withSubject = async (request: RequestSummary): Promise<OpenRequest> => {
    const { id } = request;
    if (!subjects.has(id)) {
      const read = await api.call("request", { params: { id } });
      if (read.ok) subjects.set(id, read.value.subject);
    }
    return { ...request, subject: subjects.get(id) ?? null };
  };

  return async (): Promise<Answered<readonly OpenRequest[]>> => {
    const found: RequestSummary[] = [];
    let after: string | undefined;
    do {
      const query = { box: "mine", ...(after === undefined ? {} : { after }) } as const;
      const listed = await api.call("requests", { query });
      if (!listed.ok) return listed;
      const { requests, next } = listed.value;
      found.push(...requests.filter(isOpen));
      const last = requests[requests.length - 1];
      const goesOn = last !== undefined && last.askedAt > now() - OLDEST;
      after = next !== null && goesOn ? next : undefined;
    } while (after !== undefined);
    const inOrder = found.sort((a, b) => rank(a) - rank(b));
    return { ok: true, value: await Promise.all(inOrder.map(withSubject)) };
  };
}

const isOpen = ({ state }: RequestSummary): boolean =>
  state === "requested" || state === "approved";

/** What can be sent comes before what waits; of each, what ends first. */
const rank = ({ state, expiresAt }: RequestSummary): number =>
  (state === "approved" ? 0 : 1e15) + expiresAt;
