import type { Judgement } from "../core/judgement";
import type { RuleId, RuleResult } from "../core/verdict";
import { alertTexts, type AlertMishap, type AlertTexts } from "../locales/alert";
import type { Language } from "../locales/language";
import { rulesTexts } from "../locales/rules";
import { alertMessage, markdownStyle, plainStyle, type Alert } from "./alert-message";
import { shownFacts } from "./foreign-text";
import type { Release } from "./release";

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

export const ALLOWED: SendOptions = { allowEvent: true };

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
  /** How asking for its release ended, where the mail needs a sign-off. */
  release: Release | null = null,
): SendOptions {
  const { verdict, results } = decision;
  if (verdict === "allow" || (verdict === "confirm" && isAcknowledged)) return ALLOWED;
  const texts = alertTexts[occasion.language];
  if (verdict !== "confirm")
    return stopped(results, signOffWords(release, occasion) ?? toMend(results, occasion), occasion);
  const hint = occasion.canPrompt ? texts.toSendAnyway : texts.toConfirmInPane;
  const words = withRemedy(results, texts.pleaseConfirm, hint, occasion);
  const options = stopped(results, words, occasion);
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

type Style = "plain" | "markdown";

/** Around the findings: what happened, and what to do. Names from the mail are written by style. */
type Words = (style: Style) => { readonly headline: string; readonly action: string };

/** What is missing to a sign-off comes before what the mail was stopped for: it is what to do now. */
function signOffWords(release: Release | null, { language }: Occasion): Words | null {
  if (release === null || release.state === "released" || release.stop === "no-service")
    return null;
  const { stops, fields, betweenFields } = alertTexts[language].signOff;
  const changed = release.changed.map((field) => fields[field]).join(betweenFields);
  const { title, text } = stops[release.stop](changed);
  return () => ({ headline: title, action: text });
}

function toMend(results: readonly RuleResult[], occasion: Occasion): Words {
  const { stopped, toFix } = alertTexts[occasion.language];
  return withRemedy(results, stopped, toFix, occasion);
}

/** The worst finding's remedy stands for all: what it asks for comes first anyhow. */
function withRemedy(
  [worst]: readonly RuleResult[],
  headline: string,
  hint: string,
  { language }: Occasion,
): Words {
  const remedy = (style: Style): string =>
    worst === undefined
      ? ""
      : rulesTexts[language][worst.rule].remedy(shownFacts(worst.facts, style));
  return (style) => ({ headline, action: remedy(style) + alertTexts[language].between + hint });
}

function stopped(results: readonly RuleResult[], words: Words, occasion: Occasion): SendOptions {
  const texts = alertTexts[occasion.language];
  const alert = (style: Style): Alert => ({
    ...words(style),
    findings: results.map(({ rule, facts }) =>
      rulesTexts[occasion.language][rule].title(shownFacts(facts, style)),
    ),
  });
  const rules = results.map(({ rule }) => rule);
  return {
    allowEvent: false,
    errorMessage: alertMessage(alert("plain"), texts, plainStyle(texts)),
    errorMessageMarkdown: alertMessage(alert("markdown"), texts, markdownStyle),
    ...button(rules, texts, occasion),
  };
}

function button(rules: readonly RuleId[], texts: AlertTexts, { nonce, now }: Occasion) {
  const context: AlertContext = { nonce, at: now, rules };
  return {
    cancelLabel: texts.openPane,
    commandId: PANE_COMMAND,
    contextData: JSON.stringify(context),
  };
}
