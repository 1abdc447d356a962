import { createRoot } from "react-dom/client";
import { createCall } from "../outlook/call";
import {
  isDarkTheme,
  onAlertAgain,
  onMailChanged,
  onThemeChanged,
  outlookReady,
  readAlertContext,
  writtenMail,
  type WrittenMail,
} from "../outlook/pane-events";
import { displayLanguage } from "../outlook/platform";
import { judgeInSteps } from "../pane/inspection/judge-in-steps";
import { judgeInWorker } from "../pane/inspection/judge-in-worker";
import { outlookReview } from "../pane/outlook-review";
import { Pane } from "../pane/pane";
import { createReview, type Review } from "../pane/review/review";

const createWorker = (): Worker =>
  new Worker(
    new URL(/* webpackChunkName: "inspection-worker" */ "./inspection-worker.ts", import.meta.url),
  );

/** Loaded only where no Worker can be had. */
const loadJudge = async () =>
  (await import(/* webpackChunkName: "judge" */ "../judgement/judge")).judge;

const judge = judgeInWorker(createWorker, judgeInSteps(loadJudge));

/** A context that is older than this belongs to an earlier alert: some clients hand it over again. */
const FRESH = 10 * 60 * 1000;

function reviewOf(item: WrittenMail): Review {
  const call = createCall();
  const review = createReview(outlookReview(call, item, judge));
  const arrive = async (): Promise<void> => {
    const alert = await readAlertContext(call, item);
    if (alert !== null && Math.abs(Date.now() - alert.at) < FRESH) review.stoppedAtSend();
    else review.check();
  };
  void arrive();
  void onMailChanged(call, item, review.mailChanged);
  void onAlertAgain(call, item, () => void arrive());
  return review;
}

async function start(): Promise<void> {
  await outlookReady();
  const item = writtenMail();
  const language = displayLanguage();
  document.documentElement.lang = language;
  const review = item === null ? null : reviewOf(item);
  const container = document.getElementById("pane");
  if (container === null) return;
  const root = createRoot(container);
  const show = (isDark: boolean | null): void =>
    root.render(<Pane language={language} isDark={isDark} review={review} />);
  show(isDarkTheme());
  void onThemeChanged(createCall(), show);
}

void start();
