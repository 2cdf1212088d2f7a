import type { Metric, Objective } from "../../../../shared/content/design/world.ts";
import type { Cost, Incident, ObjectiveResult, ScenarioReport } from "./report.ts";

/** Whether a run holds what the case asks for. */
export function judgeObjectives(
  objectives: readonly Objective[],
  { scenarios, cost }: { scenarios: readonly ScenarioReport[]; cost: Cost },
): ObjectiveResult[] {
  return objectives.flatMap((objective) => {
    const scenario = scenarios.find(({ id }) => id === objective.scenario);
    if (!scenario) return [];
    const value = measured(objective, scenario, cost);
    const { id, title, metric, fault, atMost, atLeast } = objective;
    const met = value !== null && (atMost === undefined ? value >= (atLeast ?? 0) : value <= atMost);
    const target = atMost === undefined ? { atLeast: atLeast ?? 0 } : { atMost };
    return [
      {
        id,
        title,
        scenario: objective.scenario,
        metric,
        fault: fault ?? null,
        target,
        value,
        met,
        unit: UNITS[metric],
      },
    ];
  });
}

function measured({ metric, fault }: Objective, scenario: ScenarioReport, cost: Cost): number | null {
  const incident = scenario.incidents.find((each) => each.fault === fault);
  if (fault !== undefined && !incident) return null;
  if (OF_ANSWERS.includes(metric) && answeredShare(scenario, incident) < LEAST_ANSWERED) return null;
  if (incident) {
    const window = windowOf(scenario, incident);
    const during = DURING[metric];
    if (during) return during(window);
    if (metric === "recovery") return incident.recoveredAfter;
    if (metric === "blast") return incident.blast;
    if (metric === "detection") return incident.detectedAfter;
    if (metric === "lowestQuality") return incident.lowestQuality;
  }
  return WHOLE[metric](scenario, cost);
}

/** Figures of the answers that came: with few of them they flatter, for who was turned away is not in them. */
const OF_ANSWERS: readonly Metric[] = [
  "p50",
  "p95",
  "p99",
  "p999",
  "firstTokenP99",
  "recall",
  "precision",
  "wronglyBlocked",
  "missed",
];
const LEAST_ANSWERED = 0.1;

function answeredShare(scenario: ScenarioReport, incident: Incident | undefined): number {
  if (scenario.days) return 1;
  if (!incident) return scenario.availability;
  const { failed } = windowOf(scenario, incident);
  return failed.length === 0 ? scenario.availability : 1 - mean(failed);
}

type Window = { p50: number[]; p99: number[]; failed: number[]; quality: number[] };

/** The bins from a fault's start to its end, or to the end of the run for one that stays. */
function windowOf({ series, bin }: ScenarioReport, { from, to }: { from: number; to: number | null }): Window {
  const cut = (values: readonly (number | null)[]) =>
    values
      .slice(Math.floor(from / bin), to === null ? undefined : Math.ceil(to / bin))
      .filter((value) => value !== null);
  return { p50: cut(series.p50), p99: cut(series.p99), failed: cut(series.failed), quality: cut(series.quality) };
}

/** With a fault: the median of the bins of its time, so that the seconds of the change itself do not decide. */
const DURING: Partial<Record<Metric, (window: Window) => number | null>> = {
  p50: ({ p50 }) => median(p50),
  p99: ({ p99 }) => median(p99),
  availability: ({ failed }) => (failed.length === 0 ? null : 1 - mean(failed)),
  quality: ({ quality }) => (quality.length === 0 ? null : mean(quality)),
};

const WHOLE: Record<Metric, (scenario: ScenarioReport, cost: Cost) => number | null> = {
  p50: ({ latency }) => latency.p50,
  p95: ({ latency }) => latency.p95,
  p99: ({ latency }) => latency.p99,
  p999: ({ latency }) => latency.p999,
  firstTokenP99: ({ firstToken }) => firstToken?.p99 ?? null,
  availability: ({ availability }) => availability,
  throughput: ({ throughput }) => throughput,
  degraded: ({ degraded }) => degraded,
  quality: ({ quality }) => quality,
  recall: ({ decisions }) => decisions?.recall ?? null,
  precision: ({ decisions }) => decisions?.precision ?? null,
  wronglyBlocked: ({ decisions }) => decisions?.wronglyBlocked ?? null,
  missed: ({ decisions }) => decisions?.missed ?? null,
  reviewShare: ({ decisions }) => decisions?.reviewed ?? null,
  reviewInTime: ({ reviewInTime }) => reviewInTime,
  leaks: ({ decisions }) => decisions?.leaked ?? null,
  cost: (_, { dollarsPerMonth }) => dollarsPerMonth,
  recovery: () => null,
  blast: () => null,
  detection: () => null,
  lowestQuality: ({ series }) => least(series.quality),
  lastQuality: ({ series }) => lastMean(series.quality),
  dataLost: ({ dataLost }) => dataLost,
  moneyLost: ({ money }) => money.lost,
  llmShare: ({ llmShare }) => llmShare,
};

const UNITS: Record<Metric, ObjectiveResult["unit"]> = {
  p50: "s",
  p95: "s",
  p99: "s",
  p999: "s",
  firstTokenP99: "s",
  availability: "share",
  throughput: "/s",
  degraded: "share",
  quality: "share",
  recall: "share",
  precision: "share",
  wronglyBlocked: "share",
  missed: "share",
  reviewShare: "share",
  reviewInTime: "share",
  leaks: "share",
  cost: "USD/month",
  recovery: "s",
  blast: "share",
  detection: "s",
  lowestQuality: "share",
  lastQuality: "share",
  dataLost: "count",
  moneyLost: "USD",
  llmShare: "share",
};

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

function least(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : Math.min(...known);
}

/** Mean of the last tenth. */
function lastMean(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  const last = known.slice(-Math.max(1, Math.round(known.length / 10)));
  return last.length === 0 ? null : mean(last);
}
