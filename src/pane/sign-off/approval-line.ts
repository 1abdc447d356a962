import { askingTexts } from "../../locales/asking";
import type { Call } from "../../outlook/call";
import { showNotice } from "../../outlook/notice";
import { displayLanguage } from "../../outlook/platform";
import type { WrittenMail } from "../../outlook/pane-events";

/** The line above the mail, which said that it would be stopped. Nothing depends on it. */
export function approvalLine(call: Call, item: WrittenMail) {
  let isShown = false;
  const show = (words: "approvedNotice" | "endedNotice"): void =>
    void showNotice(call, item, askingTexts[displayLanguage()][words]);
  return {
    approved: (): void => {
      isShown = true;
      show("approvedNotice");
    },
    /** Whether the approval is still one for the mail as it is. */
    stands: (holds: boolean): void => {
      if (holds || !isShown) return;
      isShown = false;
      show("endedNotice");
    },
  };
}
