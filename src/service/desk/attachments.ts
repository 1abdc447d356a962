import { Refused } from "../refused";
import type { Caller } from "./desk";
import { attachmentBytes, contentOf } from "./mail";
import type { DeskParts } from "./parts";
import { hereOf } from "./people";
import { readable, recordView } from "./reading";

/** The bytes of one attachment, for who may open the request; on record. */
export function attachment(
  { storage }: DeskParts,
  caller: Caller,
  id: string,
  index: number,
): Promise<{ name: string; bytes: Uint8Array }> {
  return storage.change(caller.tenant, async (work) => {
    const here = await hereOf(work, caller, work.now);
    const request = await readable(work, here, id, work.now);
    const content = await contentOf(work, request);
    const named = content?.mail.attachments[index];
    if (content === null || named === undefined) throw new Refused("api/not-found");
    const data = { part: String(index), bytes: named.bytes };
    await recordView(work, here, request, "content-viewed", data);
    return { name: named.name, bytes: await attachmentBytes(work, id, content, index) };
  });
}
