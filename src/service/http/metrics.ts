import { Counter, Histogram, Registry, collectDefaultMetrics } from "prom-client";
import type { Static } from "typebox";
import type { ProblemCode } from "../../api/codes";
import type { SendEvent } from "../../api/send";

/** Counts and durations; their labels are routes, codes, rules and verdicts, all from fixed lists. */
export interface Metrics {
  answered(route: string, method: string, status: number, seconds: number): void;
  problem(route: string, code: ProblemCode): void;
  sendEvent(event: Static<typeof SendEvent>): void;
  /** Rows whose seal did not hold. */
  brokenSeal(): void;
  notice(outcome: "sent" | "retried" | "given-up"): void;
  streams(change: 1 | -1): void;
  /** The Prometheus text format, and its media type. */
  text(): Promise<string>;
  readonly type: string;
}

const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2.5, 5, 10];

export function createMetrics(options: { readonly process: boolean } = { process: true }): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (options.process) collectDefaultMetrics({ register: registry });
  const counter = <T extends string>(name: string, help: string, labelNames: T[]) =>
    new Counter({ name, help, labelNames, registers });

  const durations = new Histogram({
    name: "sekisho_http_request_duration_seconds",
    help: "Time until an answer was sent",
    labelNames: ["route", "method", "status"],
    buckets: BUCKETS,
    registers,
  });
  const problems = counter("sekisho_problems_total", "Refusals", ["route", "code"]);
  const sends = counter("sekisho_send_events_total", "Mails at Send", ["verdict", "outcome"]);
  const rules = counter("sekisho_send_rules_total", "Findings at Send", ["rule"]);
  const seals = counter("sekisho_broken_seals_total", "ALARM: altered rows of the database", []);
  const notices = counter("sekisho_notices_total", "Notices by mail", ["outcome"]);
  const streams = counter("sekisho_live_streams_total", "Live updates begun and ended", ["change"]);

  return {
    answered: (route, method, status, seconds) =>
      durations.observe({ route, method, status }, seconds),
    problem: (route, code) => problems.inc({ route, code }),
    sendEvent({ verdict, outcome, rules: found }) {
      sends.inc({ verdict, outcome });
      for (const rule of new Set(found)) rules.inc({ rule });
    },
    brokenSeal: () => seals.inc(),
    notice: (outcome) => notices.inc({ outcome }),
    streams: (change) => streams.inc({ change: change > 0 ? "begun" : "ended" }),
    text: () => registry.metrics(),
    type: registry.contentType,
  };
}
