import type { ComponentType, ParameterValue } from "./components/spec.ts";

/** A design as the simulator and the canvas see it: resolved names, values in SI units, every default filled in. */

/** Lines and columns count from 1; `endColumn` is exclusive. */
export type Place = { line: number; column: number; endColumn: number };

/** One `key=value` as written. */
export type Setting = { key: string; text: string; operator: "=" | "<" | ">"; at: Place };

export type DesignNode = {
  id: string;
  type: ComponentType;
  /** Every parameter of the type, given or default. */
  parameters: Record<string, ParameterValue>;
  /** Only what was written, in the order of writing. */
  settings: Setting[];
  at: Place;
};

export type EdgeKind = "call" | "publish" | "deliver" | "write" | "read" | "label" | "deploy" | "watch" | "trigger";

export type Policies = {
  /** Seconds after which the caller stops waiting. */
  timeout?: number;
  /** How often a failed call is tried again. */
  retry?: number;
  /** Retries as a share of calls, at most (token bucket). */
  budget?: number;
  /** Mean pause before the first retry, seconds; exponential, so that callers do not come back together. */
  backoff?: number;
  /** By how much the mean pause grows with each retry; 2 where it is left out. */
  growth?: number;
  /** Share of failures in the last second that opens the circuit breaker. */
  breaker?: number;
  /** Seconds after which a second copy of the call is sent. */
  hedge?: number;
  /** What stands in for a failed call: a mode of `FALLBACKS` or the id of a node. */
  fallback?: string;
  /** Share of requests that take this edge. */
  sample?: number;
  /** Who goes first when there is a queue. */
  priority?: "severity" | "none";
};

export type DesignEdge = {
  from: string;
  to: string;
  kind: EdgeKind;
  policies: Policies;
  settings: Setting[];
  /** Calls of one group of a node go out together; groups go one after the other. */
  group: number;
  at: Place;
};

export type Design = { nodes: DesignNode[]; edges: DesignEdge[] };

/** What can stand in for an answer that did not come. */
export const FALLBACKS = ["default", "popular", "stale", "partial", "allow", "block", "review"] as const;

/** Something wrong with a design, at its place, with the mend. */
export type DesignFault = {
  severity: "error" | "warning";
  message: string;
  /** What to do about it. */
  mend: string;
  at: Place;
  node?: string;
};
