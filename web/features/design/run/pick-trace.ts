import type { Trace } from "../../../../src/features/design/model/run/report.ts";

export type PickedTrace = { kind: "typical" | "slow" | "slowest"; trace: Trace };

/** The requests that a run followed, named: a report keeps the median, one at the 95th percentile, and the slowest. */
export function pickTraces(traces: readonly Trace[]): PickedTrace[] {
  const byLatency = traces.filter(({ spans }) => spans.length > 0).toSorted((a, b) => a.latency - b.latency);
  const [typical, ...slower] = byLatency;
  const slowest = slower.pop();
  const slow = slower.at(-1);
  const picked: PickedTrace[] = [];
  if (typical) picked.push({ kind: "typical", trace: typical });
  if (slow) picked.push({ kind: "slow", trace: slow });
  if (slowest) picked.push({ kind: "slowest", trace: slowest });
  return picked;
}
