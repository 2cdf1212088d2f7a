import type { RunProgress, Series } from "../../../../src/features/design/model/run/report.ts";
import { BAD, type Clock, MAIN, QUIET, type TimeChartData } from "./charts/chart.ts";
import { formatValue, type Unit } from "./format-value.ts";
import { failureLimit, latencyLimit } from "./scenario-charts.ts";
import type { World } from "./world.ts";

/** The scenario so far, on the whole of its time. */
export function liveChartsOf(
  { scenario: id, live }: Pick<RunProgress, "scenario" | "live">,
  world: World,
): TimeChartData[] {
  const scenario = world.scenarios.find((each) => each.id === id);
  const clock: Clock = {
    bin: live.bin,
    lasts: scenario?.lasts ?? Math.max(1, live.p99.length) * live.bin,
    warmUp: scenario?.warmUp ?? 0,
    scale: scenario?.step === undefined ? "clock" : "days",
    leastRows: 1,
    // what is still to come is not told
    bands: (scenario?.faults ?? [])
      .filter(({ at }) => at < live.p99.length * live.bin)
      .map(({ title, at, lasts }) => ({ name: title, from: at, to: lasts === undefined ? null : at + lasts })),
  };
  return [
    {
      title: "Latency",
      unit: "s",
      clock,
      lines: [
        { name: "p99", values: live.p99, stroke: MAIN, summary: latest(live.p99, "s") },
        { name: "p50", values: live.p50, stroke: QUIET, summary: latest(live.p50, "s") },
      ],
      limit: latencyLimit(world.slo.latency),
    },
    {
      title: "Requests answered a second",
      unit: "/s",
      clock,
      lines: [{ name: "answered", values: live.rate, stroke: MAIN, summary: latest(live.rate, "/s") }],
    },
    {
      title: "Requests that failed",
      unit: "share",
      clock,
      lines: [{ name: "failed", values: live.failed, stroke: BAD, summary: latest(live.failed, "share") }],
      limit: failureLimit(world.slo.availability),
    },
    {
      title: "Quality of answers",
      unit: "share",
      clock,
      lines: [{ name: "quality", values: live.quality, stroke: MAIN, summary: latest(live.quality, "share") }],
    },
  ];
}

const latest = (series: Series, unit: Unit): string =>
  formatValue(series.findLast((value) => value !== null) ?? null, unit);
