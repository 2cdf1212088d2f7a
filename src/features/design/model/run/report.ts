import type { FaultKind, Metric } from "../../../../shared/content/design/world.ts";
import type { ComponentType } from "../components/spec.ts";
import type { EdgeKind } from "../design.ts";

/** What a run of a design showed. Times are seconds, money is US dollars, shares are 0 to 1. Plain data: it is kept, sent and drawn. */

export type Latency = { mean: number; p50: number; p90: number; p95: number; p99: number; p999: number; max: number };

/** One value a bin of time, the first beginning at 0; null where nothing was measured in a bin. */
export type Series = (number | null)[];

export type NodeReport = {
  id: string;
  type: ComponentType;
  /** Calls that began. */
  served: number;
  refused: number;
  failed: number;
  /** Share of servers at work, on average over the measured time and over replicas that live. */
  utilisation: number;
  /** Mean of the number waiting, and the most. */
  queue: { mean: number; max: number };
  /** Seconds waiting before work began (and the share of calls that waited at all), and in the node itself (waiting and work, without what it calls). */
  wait: { mean: number; p99: number; share: number };
  time: { mean: number; p99: number };
  dollarsPerMonth: number;
  /** Peculiar to a type: hit (cache), batch (ranker, llm), lag (stream), inTime (review), lost (queue), kv (llm) … */
  extra: Record<string, number>;
  series: { utilisation: Series; queue: Series };
};

export type EdgeReport = {
  from: string;
  to: string;
  kind: EdgeKind;
  calls: number;
  timeouts: number;
  retries: number;
  hedges: number;
  fallbacks: number;
  /** Share of calls that an open circuit breaker refused. */
  refusedByBreaker: number;
};

export type Incident = {
  fault: string;
  kind: FaultKind;
  title: string;
  from: number;
  /** null: it lasts to the end. */
  to: number | null;
  /** Seconds from its start to the first alarm; null when nothing rang. */
  detectedAfter: number | null;
  /** What rang: "latency", "errors", "scores", "labels", "data checks", "canary". */
  detectedBy: string | null;
  /** Seconds from its end (from its start for a fault that stays) until the service holds its objective again; 0 when it never broke; null when not within the run. */
  recoveredAfter: number | null;
  /** Share of requests since its start that failed or were answered worse than without it. */
  blast: number;
  /** The overload outlived its trigger by more than a minute, kept up by retries or queues. */
  metastable: boolean;
  worstP99: number | null;
  lowestQuality: number | null;
  /** One sentence for people. */
  said: string;
};

export type Span = {
  node: string;
  from: number;
  to: number;
  waited: number;
  state: "ok" | "failed" | "timeout" | "fallback";
};
export type Trace = { at: number; latency: number; spans: Span[] };

/** Of a detection task; shares of what there was. */
export type Decisions = {
  recall: number;
  precision: number;
  wronglyBlocked: number;
  missed: number;
  reviewed: number;
  leaked: number;
};

export type ScenarioReport = {
  id: string;
  title: string;
  seed: number;
  /** Seconds simulated, warm-up included, and the bin of the series. */
  lasts: number;
  warmUp: number;
  bin: number;
  days: boolean;
  events: number;
  requests: number;
  /** Requests a second answered in measured time. */
  throughput: number;
  availability: number;
  /** Share of answers in which a fallback, default or partial result took part. */
  degraded: number;
  latency: Latency;
  /** Of the first token, where a language model answers. */
  firstToken: Latency | null;
  quality: number;
  decisions: Decisions | null;
  /** Share of requests that reached a language model (llm or provider). */
  llmShare: number;
  reviewInTime: number | null;
  dataLost: number;
  money: { lost: number; earned: number; spent: number };
  /** Share of the month's error budget used up in this scenario. */
  budgetUsed: number;
  series: { p50: Series; p99: Series; rate: Series; failed: Series; quality: Series; cost: Series };
  nodes: NodeReport[];
  edges: EdgeReport[];
  incidents: Incident[];
  traces: Trace[];
};

export type Cost = {
  dollarsPerMonth: number;
  /** Largest first. */
  parts: { node: string; dollarsPerMonth: number; what: string }[];
};

export type ObjectiveResult = {
  id: string;
  title: string;
  scenario: string;
  metric: Metric;
  fault: string | null;
  target: { atMost: number } | { atLeast: number };
  /** null when it could not be measured: then it is not met. */
  value: number | null;
  met: boolean;
  unit: "s" | "share" | "USD/month" | "USD" | "/s" | "count";
};

export type RunReport = {
  seed: number;
  scenarios: ScenarioReport[];
  objectives: ObjectiveResult[];
  cost: Cost;
  events: number;
};

/** What a run tells while it is under way. */
export type RunProgress = {
  scenario: string;
  /** Which of how many scenarios, from 0. */
  index: number;
  of: number;
  /** Share of the scenario's simulated time that is done. */
  share: number;
  eventsPerSecond: number;
  /** The bins that are complete, in the scenario's own bin width. */
  live: { bin: number; p50: Series; p99: Series; rate: Series; failed: Series; quality: Series };
};
