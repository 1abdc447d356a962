import { Refused } from "../refused";
import type { Caller } from "./desk";
import { attachmentBytes, contentOf } from "./mail";
import type { DeskParts } from "./parts";
import { hereOf } from "./people";
import { readable, recorded } from "./reading";

/** The bytes of one attachment, for who may open the request; on record before they are given. */
export async function attachment(
  parts: DeskParts,
  caller: Caller,
  id: string,
  index: number,
): Promise<{ name: string; bytes: Uint8Array }> {
  const found = await parts.storage.read(caller.tenant, async (reading) => {
    const now = reading.clock();
    const here = await hereOf(reading, caller, now);
    const request = await readable(reading, here, id, now);
    const content = await contentOf(reading, request);
    const named = content?.mail.attachments[index];
    if (content === null || named === undefined) throw new Refused("api/not-found");
    return { name: named.name, bytes: await attachmentBytes(reading, id, content, index) };
  });
  const viewed = { part: String(index), bytes: found.bytes.length };
  await recorded(parts, caller, id, "content-viewed", viewed);
  return found;
}
