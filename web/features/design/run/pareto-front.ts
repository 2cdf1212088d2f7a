import type { RunReport } from "../../../../src/features/design/model/run/report.ts";

/** A run as a point: what it costs, what it gives, and how long people wait on a plain day. */
export type ParetoPoint = {
  name: string;
  kind: "run" | "reference";
  dollarsPerMonth: number;
  quality: number;
  p99: number;
  met: number;
  of: number;
};

/** Quality and p99 are those of the first scenario that is simulated request by request: the plain day. */
export function paretoPoint(
  report: RunReport,
  { name, kind }: Pick<ParetoPoint, "name" | "kind">,
): ParetoPoint | undefined {
  const plain = report.scenarios.find(({ days }) => !days) ?? report.scenarios[0];
  if (!plain) return undefined;
  return {
    name,
    kind,
    dollarsPerMonth: report.cost.dollarsPerMonth,
    quality: plain.quality,
    p99: plain.latency.p99,
    met: report.objectives.filter(({ met }) => met).length,
    of: report.objectives.length,
  };
}

/** Points that no other beats in both, the cheapest first: lower cost, and a lower `loss`. */
export function front<P extends { dollarsPerMonth: number }>(points: readonly P[], loss: (point: P) => number): P[] {
  let best = Number.POSITIVE_INFINITY;
  return points
    .toSorted((a, b) => a.dollarsPerMonth - b.dollarsPerMonth || loss(a) - loss(b))
    .filter((point) => {
      if (loss(point) >= best) return false;
      best = loss(point);
      return true;
    });
}
