import { hasActiveContent } from "../approval/html-meaning";
import type { Message } from "../core/message";
import type { PartReport, Report } from "../core/report";

/**
 * A body that runs or loads something shows the recipient what nobody can look into here: its part
 * of the report says so (docs/canonical-form.md, "Body", names what is active).
 */
export function withActiveBody(report: Report, message: Message): Report {
  if (!hasActiveContent(message.bodyHtml)) return report;
  const parts = report.parts.map((part) => (part.source.type === "body" ? active(part) : part));
  return { ...report, parts, status: report.status === "clean" ? "uninspectable" : report.status };
}

function active(part: PartReport): PartReport {
  const place = { steps: [{ type: "body" as const }] };
  const refusals = [...part.refusals, { code: "extract/active-content" as const, place }];
  return { ...part, refusals, status: part.status === "clean" ? "uninspectable" : part.status };
}
