import type { KeyboardExit } from "../host/keyboard-exit";

const TABBABLE =
  "a[href], button:not(:disabled), input:not(:disabled), select, textarea, iframe, [contenteditable=true], [tabindex]";

const isReached = (element: HTMLElement): boolean =>
  element.tabIndex >= 0 && element.checkVisibility();

/** Goes on from an add-in's frame to where Tab would have gone without it, round at the ends. */
export function leaveFrame(frame: HTMLElement, exit: KeyboardExit): void {
  const all = [...document.querySelectorAll<HTMLElement>(TABBABLE)].filter(isReached);
  const at = all.indexOf(frame);
  const message = frame.closest("section")?.querySelector<HTMLElement>("[data-send]");
  if (exit === "message" && message) return message.focus();
  const next = exit === "next" ? all[at + 1] : all[at - 1];
  (next ?? (exit === "next" ? all[0] : all[all.length - 1]))?.focus();
}

/** Once what stood before the message is gone. */
export function focusSend(tabId: number): void {
  setTimeout(() => document.querySelector<HTMLElement>(`[data-send="${tabId}"]`)?.focus(), 0);
}
