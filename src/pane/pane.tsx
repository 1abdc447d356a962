import type { Language } from "../locales/language";
import { Surface } from "../ui/surface";
import type { Reader } from "./reader/reader";
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
  /** What stands there then. */
  readonly reader: Reader;
}

/** What the task pane shows: the review of the mail being written, or what the pane is for. */
export const Pane = ({ language, isDark, written, reader }: PaneProps) => (
  <Surface isDark={isDark}>
    {written === null ? (
      <ReaderScreen language={language} reader={reader} />
    ) : (
      <ReviewScreen {...written} words={wordsOf(language)} asking={askingWords(language)} />
    )}
  </Surface>
);
