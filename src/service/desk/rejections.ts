import { shownInBody } from "../../approval/content-ids";
import type { DraftMail } from "../../api/requests";
import type { PartReport } from "../../core/report";
import { checked, saveRequest, type StoredRequest } from "../storage/requests";
import type { Work } from "../storage/work";
import { contentOf, messageOf } from "./mail";

/** Keyed hashes of the files of a mail; pictures of its body, which a logo is, are none. */
export function filesIn(
  mail: DraftMail,
  parts: readonly PartReport[],
  fileRefs: readonly string[],
): readonly string[] {
  const shown = shownInBody(messageOf(mail, []));
  const isPicture = (index: number): boolean =>
    shown.has(index) &&
    parts.some(
      ({ source, refusals }) =>
        source.type === "attachment" &&
        source.index === index &&
        refusals.length > 0 &&
        refusals.every(({ code }) => code === "extract/image"),
    );
  return fileRefs.filter((_, index) => !isPicture(index));
}

/** What is open already and repeats what was just rejected goes to who rejected it, as later ones do. */
export async function passOnRejection(
  work: Work,
  { id, digestRef, fileRefs }: StoredRequest,
  by: string,
): Promise<void> {
  const rows = await work.trx
    .selectFrom("requests")
    .selectAll()
    .where("tenant_id", "=", work.tenant)
    .where("state", "=", "requested")
    .execute();
  for (const row of rows) {
    const said = JSON.parse(row.content) as StoredRequest;
    const isAlike = said.digestRef === digestRef || shares(said.fileRefs, fileRefs);
    if (!isAlike || said.rejected !== null) continue;
    const open = await checked(work, row);
    const content = await contentOf(work, open);
    const { mail, findings } = content ?? {};
    const files = mail && findings ? filesIn(mail, findings.report.parts, open.fileRefs) : [];
    if (open.digestRef !== digestRef && !shares(files, fileRefs)) continue;
    const unusual = [...open.unusual, "rejected-before"];
    const passedOn = { ...open, rejected: { request: id, by }, unusual };
    await saveRequest(work, passedOn, { kind: "request-asked", actor: "", data: { rejected: id } });
  }
}

const shares = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((each) => others.includes(each));
