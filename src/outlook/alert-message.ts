import type { AlertTexts } from "../locales/alert";

/** What Outlook shows of an alert's message. */
export const ALERT_LENGTH = 500;

/** How the parts of an alert are put together: Outlook's own Markdown, or one run of sentences. */
export interface AlertStyle {
  headline(text: string): string;
  sentences(texts: readonly string[]): string;
  action(text: string): string;
}

export const plainStyle = (texts: AlertTexts): AlertStyle => ({
  headline: (text) => text,
  sentences: (each) => each.map((text) => texts.between + text).join(""),
  action: (text) => texts.between + text,
});

/** Items of a list end with a carriage return; a blank line ends a paragraph. */
export const markdownStyle: AlertStyle = {
  headline: (text) => `**${text}**\n\n`,
  sentences: (each) => each.map((text) => `- ${text}\r`).join(""),
  action: (text) => `\n\n${text}`,
};

export interface Alert {
  readonly headline: string;
  /** One sentence a finding, the worst first. */
  readonly findings: readonly string[];
  readonly action: string;
}

/** A person who is stopped reads two sentences, not seven; the pane shows all. */
const MOST_SHOWN = 2;

/**
 * The worst findings, as far as there is room, and how many are left out. A single one that is too
 * long is cut after a sentence.
 */
export function alertMessage(alert: Alert, texts: AlertTexts, style: AlertStyle): string {
  for (let shown = Math.min(MOST_SHOWN, alert.findings.length); shown > 0; shown--) {
    const message = assemble(alert, shownFindings(alert, shown, texts), style);
    if (message.length <= ALERT_LENGTH) return message;
  }
  const rest = alert.findings.length > 1 ? [texts.more(alert.findings.length - 1)] : [];
  const room = ALERT_LENGTH - assemble(alert, ["", ...rest], style).length;
  return assemble(alert, [cut(alert.findings[0] ?? "", room), ...rest], style).slice(
    0,
    ALERT_LENGTH,
  );
}

function shownFindings(alert: Alert, shown: number, texts: AlertTexts): readonly string[] {
  const left = alert.findings.length - shown;
  const first = alert.findings.slice(0, shown);
  return left === 0 ? first : [...first, texts.more(left)];
}

const assemble = (alert: Alert, findings: readonly string[], style: AlertStyle): string =>
  style.headline(alert.headline) + style.sentences(findings) + style.action(alert.action);

/** Ends on a sentence where there is one, else on a mark of omission; never on half an escape. */
function cut(text: string, room: number): string {
  if (text.length <= room) return text;
  const start = text.slice(0, Math.max(0, room - 1));
  const end = Math.max(start.lastIndexOf("。"), start.lastIndexOf(". "));
  if (end > 0) return start.slice(0, end + 1);
  return `${start.replace(/[\\\ud800-\udbff]+$/, "")}…`;
}
