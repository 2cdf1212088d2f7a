import type {
  NodeReport,
  ObjectiveResult,
  ScenarioReport,
  Series,
} from "../../../../src/features/design/model/run/report.ts";
import { peakOf } from "./cause.ts";
import {
  BAD,
  type ChartLine,
  type Clock,
  type Limit,
  MAIN,
  MANY_STROKES,
  QUIET,
  type TimeChartData,
} from "./charts/chart.ts";
import { formatValue, limitOf } from "./format-value.ts";
import type { World } from "./world.ts";

/** Which charts tell the story of a scenario, in the order of reading; what was not measured has none. */
export function chartsOf(
  scenario: ScenarioReport,
  objectives: readonly ObjectiveResult[],
  world: World,
): TimeChartData[] {
  const own = objectives.filter((objective) => objective.scenario === scenario.id);
  const service = [latencyChart(scenario, own, world), failureChart(scenario, world), trafficChart(scenario)];
  const nodes = nodeCharts(scenario);
  const worth = [qualityChart(scenario, own), lossChart(scenario)];
  // in days requests come at an even pace, and none is slow or fails
  const charts = scenario.days ? [...worth, ...nodes] : [...service, ...nodes, ...worth];
  return charts
    .map((chart) => ({ ...chart, lines: chart.lines.filter(({ values }) => isMeasured(values)) }))
    .filter(({ lines }) => lines.length > 0);
}

const MINUTE_SECONDS = 60;
const DAY_SECONDS = 86_400;

const isMeasured = (values: Series): boolean => values.some((value) => value !== null);

export function clockOf({ bin, lasts, warmUp, days, incidents }: ScenarioReport): Clock {
  const bands = incidents.map(({ title, from, to }) => ({ name: title, from, to }));
  return { bin, lasts, warmUp, scale: days ? "days" : "clock", bands };
}

const line = (name: string, values: Series, rest: Omit<ChartLine, "name" | "values">): ChartLine => ({
  name,
  values,
  ...rest,
});

function latencyChart(scenario: ScenarioReport, own: readonly ObjectiveResult[], world: World): TimeChartData {
  const { series, latency } = scenario;
  const asked = own.find(({ metric, fault }) => metric === "p99" && fault === null);
  return {
    title: "Latency",
    unit: "s",
    clock: clockOf(scenario),
    lines: [
      line("p99", series.p99, { stroke: MAIN, summary: formatValue(latency.p99, "s") }),
      line("p50", series.p50, { stroke: QUIET, summary: formatValue(latency.p50, "s") }),
    ],
    limit: latencyLimit(asked ? limitOf(asked.target) : world.slo.latency),
  };
}

export const latencyLimit = (seconds: number): Limit => ({
  value: seconds,
  side: "atMost",
  name: `objective ${formatValue(seconds, "s", 3)}`,
});

function trafficChart(scenario: ScenarioReport): TimeChartData {
  const { series, throughput } = scenario;
  return {
    title: "Requests answered a second",
    unit: "/s",
    clock: clockOf(scenario),
    lines: [line("answered", series.rate, { stroke: MAIN, summary: formatValue(throughput, "/s") })],
  };
}

function failureChart(scenario: ScenarioReport, world: World): TimeChartData {
  const { series, availability } = scenario;
  const some = series.failed.some((value) => value !== null && value > 0);
  return {
    title: "Requests that failed",
    unit: "share",
    clock: clockOf(scenario),
    lines: some
      ? [line("failed", series.failed, { stroke: BAD, summary: formatValue(1 - availability, "share") })]
      : [],
    limit: failureLimit(world.slo.availability),
  };
}

export const failureLimit = (availability: number): Limit => ({
  value: 1 - availability,
  side: "atMost",
  name: `allowed ${formatValue(1 - availability, "share")}`,
});

/** Utilisation and queues; a node has the same line in both. */
function nodeCharts(scenario: ScenarioReport): TimeChartData[] {
  const busiest = highest(scenario.nodes, peakOf);
  const longest = highest(scenario.nodes, ({ queue }) => queue.max);
  const strokes = new Map(busiest.map(({ id }, at) => [id, MANY_STROKES[at] ?? QUIET]));
  const taken = new Set(longest.flatMap(({ id }) => strokes.get(id) ?? []));
  const unused = MANY_STROKES.filter((stroke) => !taken.has(stroke));
  return [
    {
      title: "Utilisation of the busiest nodes",
      unit: "share",
      clock: clockOf(scenario),
      lines: busiest.map(({ id, series, utilisation }, at) =>
        line(id, series.utilisation, { stroke: MANY_STROKES[at] ?? QUIET, summary: formatValue(utilisation, "share") }),
      ),
    },
    {
      title: "Waiting in queues",
      unit: "count",
      clock: clockOf(scenario),
      lines: longest.map(({ id, series, queue }) =>
        line(id, series.queue, {
          stroke: strokes.get(id) ?? unused.shift() ?? QUIET,
          summary: formatValue(queue.mean, "count"),
        }),
      ),
    },
  ];
}

/** The nodes that rank highest; those that rank at zero have nothing to show. */
function highest(nodes: readonly NodeReport[], rank: (node: NodeReport) => number): NodeReport[] {
  return nodes
    .filter((node) => rank(node) > 0)
    .toSorted((a, b) => rank(b) - rank(a))
    .slice(0, MANY_STROKES.length);
}

const QUALITY_METRICS = new Set<ObjectiveResult["metric"]>(["quality", "lowestQuality", "lastQuality"]);

function qualityChart(scenario: ScenarioReport, own: readonly ObjectiveResult[]): TimeChartData {
  const asked = own.find(({ metric }) => QUALITY_METRICS.has(metric));
  const limit = asked && limitOf(asked.target);
  return {
    title: "Quality of answers",
    unit: "share",
    clock: clockOf(scenario),
    lines: [
      line("quality", scenario.series.quality, { stroke: MAIN, summary: formatValue(scenario.quality, "share") }),
    ],
    limit:
      limit === undefined
        ? undefined
        : { value: limit, side: "atLeast", name: `objective ${formatValue(limit, "share", 3)}` },
  };
}

/** What wrong and missing answers cost: the series is dollars a second, or dollars a step where a scenario is about days. */
function lossChart(scenario: ScenarioReport): TimeChartData {
  const { days, bin, series } = scenario;
  const factor = days ? DAY_SECONDS / bin : MINUTE_SECONDS;
  const lost = series.cost.map((value) => value && value * factor);
  return {
    title: days ? "Money lost a day" : "Money lost a minute",
    unit: "USD",
    clock: clockOf(scenario),
    lines: lost.some(Boolean) ? [line("lost", lost, { stroke: MAIN, summary: formatValue(meanOf(lost), "USD") })] : [],
  };
}

function meanOf(series: Series): number | null {
  const values = series.filter((value) => value !== null);
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
