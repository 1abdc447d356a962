import type { Language } from "../locales/language";
import { paneTexts } from "../locales/pane";
import { Surface } from "../ui/surface";
import { ReaderScreen } from "./reader/reader-screen";
import type { Review } from "./review/review";
import { ReviewScreen } from "./review/review-screen";
import { wordsOf } from "./review/words";
import type { SignOff } from "./sign-off/sign-off";
import { askingWords } from "./sign-off/words";

export interface PaneProps {
  readonly language: Language;
  readonly isDark: boolean | null;
  /** Null beside a mail that was received. */
  readonly written: { readonly review: Review; readonly signOff: SignOff } | null;
}

/** What the task pane shows: the review of the mail being written, or what the pane is for. */
export const Pane = ({ language, isDark, written }: PaneProps) => (
  <Surface isDark={isDark}>
    {written === null ? (
      <ReaderScreen texts={paneTexts[language]} />
    ) : (
      <ReviewScreen {...written} words={wordsOf(language)} asking={askingWords(language)} />
    )}
  </Surface>
);
