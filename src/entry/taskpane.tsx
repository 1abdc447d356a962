import { createRoot } from "react-dom/client";
import type { Configuration } from "../core/configuration";
import { officeToken, supportsNestedApp } from "../outlook/access-token";
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
import { onItemChanged } from "../outlook/read-notice";
import { hasService, surroundings } from "../outlook/surroundings";
import { judgeInSteps } from "../pane/inspection/judge-in-steps";
import { judgeInWorker } from "../pane/inspection/judge-in-worker";
import { outlookReview } from "../pane/outlook-review";
import { Pane } from "../pane/pane";
import { outlookReader } from "../pane/reader/outlook-reader";
import type { Reader } from "../pane/reader/reader";
import { createReview, type Review } from "../pane/review/review";
import { nestedApp, type LoadMsal } from "../pane/sign-in/nested-app";
import { createSignIn, type SignIn, type TokenWay } from "../pane/sign-in/sign-in";
import type { ConnectionOptions } from "../pane/sign-off/connection";
import { later } from "../pane/sign-off/later";
import { outlookSignOff } from "../pane/sign-off/outlook-sign-off";
import { createSignOff, type SignOff } from "../pane/sign-off/sign-off";

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

/** Loaded after the first paint: the typed client, the live updates, MSAL. */
const loadConnection = async (options: ConnectionOptions) =>
  (await import(/* webpackChunkName: "service" */ "../pane/sign-off/connection")).connection(
    options,
  );
const loadMsal: LoadMsal = () => import(/* webpackChunkName: "msal" */ "@azure/msal-browser");

function signInOf(configured: Configuration): SignIn {
  const ways: TokenWay[] = supportsNestedApp() ? [nestedApp(configured, loadMsal)] : [];
  return createSignIn([...ways, officeToken]);
}

function signOffOf(item: WrittenMail, review: Review): SignOff {
  const configured = surroundings();
  const signIn = signInOf(configured);
  const { origin } = configured;
  const service = later(() => loadConnection({ origin, token: () => signIn.silent() }));
  const ports = hasService(configured) ? outlookSignOff(item, signIn, service) : null;
  const signOff = createSignOff(ports, { recheck: review.check });
  const tell = (): void => {
    const { phase, checked } = review.state();
    signOff.checked(phase.name === "judged" ? checked : null);
  };
  review.subscribe(tell);
  tell();
  return signOff;
}

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

function readerOf(): Reader {
  const configured = surroundings();
  const origin = hasService(configured) ? configured.origin : "";
  return outlookReader({ call: createCall(), origin, signIn: signInOf(configured) });
}

async function start(): Promise<void> {
  await outlookReady();
  const item = writtenMail();
  const language = displayLanguage();
  document.documentElement.lang = language;
  const review = item === null ? null : reviewOf(item);
  const written =
    item === null || review === null ? null : { review, signOff: signOffOf(item, review) };
  const reader = readerOf();
  const container = document.getElementById("pane");
  if (container === null) return;
  const root = createRoot(container);
  const show = (isDark: boolean | null): void =>
    root.render(<Pane language={language} isDark={isDark} written={written} reader={reader} />);
  show(isDarkTheme());
  written?.signOff.connect(false);
  if (written === null) {
    reader.itemChanged();
    void onItemChanged(createCall(), reader.itemChanged);
  }
  void onThemeChanged(createCall(), show);
}

void start();
