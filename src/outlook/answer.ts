import type { Judgement } from "../core/judgement";
import type { RuleId, RuleResult } from "../core/verdict";
import { alertTexts, type AlertMishap, type AlertTexts } from "../locales/alert";
import type { Language } from "../locales/language";
import { rulesTexts } from "../locales/rules";
import { alertMessage, markdownStyle, plainStyle, type Alert } from "./alert-message";
import { shownFacts } from "./foreign-text";

export type SendOptions = Office.SmartAlertsEventCompletedOptions;

/** The button of manifest.xml that the alert's own button stands for. */
export const PANE_COMMAND = "msgComposeOpenPaneButton";

/** What the client can do and what tells this alert from an earlier one. */
export interface Occasion {
  readonly language: Language;
  /** Mailbox 1.14: the alert itself may offer to send. */
  readonly canPrompt: boolean;
  readonly nonce: string;
  readonly now: number;
}

/** What the pane gets from the alert's button; a string, for classic Outlook takes nothing else. */
export interface AlertContext {
  readonly nonce: string;
  readonly at: number;
  readonly rules: readonly RuleId[];
}

const ALLOWED: SendOptions = { allowEvent: true };

/** Older type libraries lack the enumeration; its value is documented. */
const PROMPT_USER = "promptUser" as Office.MailboxEnums.SendModeOverride;

/**
 * What Outlook is told: only a verdict of "allow", or a confirmation that was given for exactly this
 * content, lets the mail go. A confirmation that was not given yet is asked by the alert where the
 * client can, and by the pane where it cannot.
 */
export function answerTo(
  { decision }: Judgement,
  isAcknowledged: boolean,
  occasion: Occasion,
): SendOptions {
  const { verdict, results } = decision;
  if (verdict === "allow" || (verdict === "confirm" && isAcknowledged)) return ALLOWED;
  const texts = alertTexts[occasion.language];
  if (verdict !== "confirm") return stopped(results, texts.stopped, texts.toFix, occasion);
  const hint = occasion.canPrompt ? texts.toSendAnyway : texts.toConfirmInPane;
  const options = stopped(results, texts.pleaseConfirm, hint, occasion);
  return occasion.canPrompt ? { ...options, sendModeOverride: PROMPT_USER } : options;
}

/** The answer where the mail could not be looked at: never sent, and said what to do. */
export function answerToMishap(mishap: AlertMishap, occasion: Occasion): SendOptions {
  const texts = alertTexts[occasion.language];
  return {
    allowEvent: false,
    errorMessage: texts.mishaps[mishap],
    ...button(["message-unreadable"], texts, occasion),
  };
}

function stopped(
  results: readonly RuleResult[],
  headline: string,
  hint: string,
  occasion: Occasion,
): SendOptions {
  const texts = alertTexts[occasion.language];
  const alert = (style: "plain" | "markdown") => alertOf(results, headline, hint, occasion, style);
  const rules = results.map(({ rule }) => rule);
  return {
    allowEvent: false,
    errorMessage: alertMessage(alert("plain"), texts, plainStyle(texts)),
    errorMessageMarkdown: alertMessage(alert("markdown"), texts, markdownStyle),
    ...button(rules, texts, occasion),
  };
}

/** The worst finding's remedy stands for all: what it asks for comes first anyhow. */
function alertOf(
  results: readonly RuleResult[],
  headline: string,
  hint: string,
  { language }: Occasion,
  style: "plain" | "markdown",
): Alert {
  const words = results.map(({ rule, facts }) => {
    const texts = rulesTexts[language][rule];
    const shown = shownFacts(facts, style);
    return { title: texts.title(shown), remedy: texts.remedy(shown) };
  });
  const action = (words[0]?.remedy ?? "") + alertTexts[language].between + hint;
  return { headline, findings: words.map(({ title }) => title), action };
}

function button(rules: readonly RuleId[], texts: AlertTexts, { nonce, now }: Occasion) {
  const context: AlertContext = { nonce, at: now, rules };
  return {
    cancelLabel: texts.openPane,
    commandId: PANE_COMMAND,
    contextData: JSON.stringify(context),
  };
}
