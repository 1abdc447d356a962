import type { Language } from "../locales/language";
import { paneTexts } from "../locales/pane";
import { Surface } from "../ui/surface";
import { ReaderScreen } from "./reader/reader-screen";
import type { Review } from "./review/review";
import { ReviewScreen } from "./review/review-screen";
import { wordsOf } from "./review/words";

export interface PaneProps {
  readonly language: Language;
  readonly isDark: boolean | null;
  /** Null beside a mail that was received. */
  readonly review: Review | null;
}

/** What the task pane shows: the review of the mail being written, or what the pane is for. */
export const Pane = ({ language, isDark, review }: PaneProps) => (
  <Surface isDark={isDark}>
    {review === null ? (
      <ReaderScreen texts={paneTexts[language]} />
    ) : (
      <ReviewScreen review={review} words={wordsOf(language)} />
    )}
  </Surface>
);
