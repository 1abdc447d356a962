import type { Progress } from "../core/judgement";
import type { PartReport } from "../core/report";
import { inspect, type InspectOptions } from "./inspect";

export type FileReport = Omit<PartReport, "source" | "sha256">;

/** Looks into one file, as an attachment of a mail that nobody sends (command line). */
export function* inspectFile(
  name: string,
  bytes: Uint8Array,
  options: InspectOptions,
): Generator<Progress, FileReport, void> {
  const nobody = { name: "", address: "" };
  const report = yield* inspect(
    {
      sender: nobody,
      from: nobody,
      recipients: [],
      cappedFields: [],
      subject: "",
      bodyHtml: "",
      attachments: [
        { id: "", name, inline: false, contentId: "", content: { state: "read", bytes } },
      ],
      composeType: "unknown",
    },
    { ...options, hashes: false },
  );
  const part = report.parts.find(({ source }) => source.type === "attachment");
  if (!part) throw new Error("an attachment without a report");
  const { status, persons, others, kinds, findings, refusals } = part;
  return { status, persons, others, kinds, findings, refusals, bytes: bytes.length };
}
