import type { Parameter } from "../components/spec.ts";
import { FALLBACKS, type Policies } from "../design.ts";

type PolicySpec = Parameter & { key: keyof Policies };
const proposed = { default: "", standing: "proposed" } as const;

/** What an arrow can say about the calls that go along it; the same shape as the parameters of a component. */
export const POLICIES: readonly PolicySpec[] = [
  {
    ...proposed,
    key: "timeout",
    title: "Timeout",
    kind: "duration",
    min: 0.0001,
    max: 86_400,
    help: "When the caller stops waiting; without it it waits for ever.",
  },
  {
    ...proposed,
    key: "retry",
    title: "Retries",
    kind: "count",
    min: 0,
    max: 1000,
    help: "How often a failed call is tried again.",
  },
  {
    ...proposed,
    key: "budget",
    title: "Retry budget",
    kind: "share",
    min: 0,
    max: 1,
    help: "Retries as a share of calls, at most: what keeps them from drowning a slow dependency.",
  },
  {
    ...proposed,
    key: "backoff",
    title: "Backoff",
    kind: "duration",
    min: 0,
    max: 3600,
    help: "Mean pause before the first retry; exponential, so that callers do not come back together.",
  },
  {
    ...proposed,
    key: "growth",
    title: "Backoff growth",
    kind: "number",
    min: 1,
    max: 10,
    help: "By how much the mean pause grows with each retry; it doubles where this is left out.",
  },
  {
    ...proposed,
    key: "breaker",
    title: "Circuit breaker",
    kind: "share",
    min: 0.01,
    max: 1,
    help: "Share of failures in the last second that opens it; then calls fail at once.",
  },
  {
    ...proposed,
    key: "hedge",
    title: "Hedge after",
    kind: "duration",
    min: 0.0001,
    max: 3600,
    help: "When a second copy of the call is sent; the first answer counts.",
  },
  {
    ...proposed,
    key: "fallback",
    title: "Fallback",
    kind: "choice",
    choices: FALLBACKS,
    help: "What stands in for an answer that did not come: one of these, or the id of a node.",
  },
  {
    ...proposed,
    key: "sample",
    title: "Sample",
    kind: "share",
    min: 0,
    max: 1,
    help: "Share of requests that take this arrow.",
  },
  {
    ...proposed,
    key: "priority",
    title: "Priority",
    kind: "choice",
    choices: ["severity", "none"],
    help: "Who goes first when there is a queue.",
  },
];

const byKey = new Map<string, PolicySpec>(POLICIES.map((policy) => [policy.key, policy]));
byKey.set("default", byKey.get("fallback") as PolicySpec);

/** The policy of a written key; `default=` is another word for `fallback=`. */
export function policyNamed(key: string): PolicySpec | undefined {
  return byKey.get(key);
}
