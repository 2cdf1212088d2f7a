import { useMemo } from "react";
import type { RunReport } from "../../../../src/features/design/model/run/report.ts";
import type { RunSummary } from "../../../../src/features/design/schema.ts";
import { ScatterChart, type ScatterPoint } from "./charts/scatter-chart.tsx";
import { type Column, DataTable } from "./data-table.tsx";
import { formatDollars, formatSeconds, formatShare } from "./format-value.ts";
import { front, type ParetoPoint, paretoPoint } from "./pareto-front.ts";

type Props = {
  runs: readonly RunSummary[];
  reference?: RunReport | undefined;
  /** Number of the run that is looked at. */
  shown?: number | undefined;
};

/** What each run buys for its money: quality, and waiting. Runs that no other beats in both are joined. */
export function Pareto({ runs, reference, shown }: Props) {
  const points = useMemo(() => pointsOf(runs, reference), [runs, reference]);
  if (points.length === 0) return null;
  const current = `run ${shown}`;
  const best = front(points, ({ quality }) => -quality);
  const fastest = front(points, ({ p99 }) => p99);
  return (
    <section aria-label="Runs against cost" className="sheet min-w-0 px-4 py-3 sm:px-6">
      <h2 className="mb-2 text-[15px]">What the money buys</h2>
      <div className="grid min-w-0 gap-x-8 gap-y-4 md:grid-cols-2">
        <ScatterChart
          title="Quality against cost a month"
          unit="share"
          points={points.map((point) => scatter(point, point.quality, current))}
          joined={best.map((point) => scatter(point, point.quality, current))}
          says={sayFront(best, ({ quality }) => `quality ${formatShare(quality)}`)}
        />
        <ScatterChart
          title="p99 against cost a month"
          unit="s"
          points={points.map((point) => scatter(point, point.p99, current))}
          joined={fastest.map((point) => scatter(point, point.p99, current))}
          says={sayFront(fastest, ({ p99 }) => `p99 ${formatSeconds(p99)}`)}
        />
      </div>
      <p className="caption">
        On the first scenario. The line joins what no other design beats in both.
        {reference && " The square is the reference."}
      </p>
      <details className="mt-1 text-sm">
        <summary className="caption">The data</summary>
        <DataTable caption="Runs" rows={points} keyOf={({ name }) => name} columns={columns} />
      </details>
    </section>
  );
}

const columns: readonly Column<ParetoPoint>[] = [
  { name: "design", align: "left", of: ({ name }) => name },
  { name: "cost a month", of: ({ dollarsPerMonth }) => formatDollars(dollarsPerMonth) },
  { name: "quality", of: ({ quality }) => formatShare(quality) },
  { name: "p99", of: ({ p99 }) => formatSeconds(p99) },
  { name: "objectives", of: ({ met, of }) => `${met} of ${of}` },
];

function pointsOf(runs: readonly RunSummary[], reference: RunReport | undefined): ParetoPoint[] {
  const own = runs.map(({ number, report }) => paretoPoint(report, { name: `run ${number}`, kind: "run" }));
  const given = reference && paretoPoint(reference, { name: "reference", kind: "reference" });
  return [...own, given].filter((point) => point !== undefined);
}

const scatter = ({ name, kind, dollarsPerMonth }: ParetoPoint, y: number, current: string): ScatterPoint => ({
  name,
  x: dollarsPerMonth,
  y,
  look: kind === "reference" ? "square" : name === current ? "full" : "ring",
});

function sayFront(points: readonly ParetoPoint[], value: (point: ParetoPoint) => string): string {
  const each = points.map((point) => `${point.name} at ${formatDollars(point.dollarsPerMonth)} with ${value(point)}`);
  return `Not beaten by any other: ${each.join("; ")}`;
}
