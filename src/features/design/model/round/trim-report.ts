import type { NodeReport, RunReport, ScenarioReport, Series } from "../run/report.ts";

const NOTHING: Series = [];
const DIGITS = 5;

/** What a scorecard and a candidate read of a run: no series, no traces, no arrows, figures of five digits. */
export function trimReport(report: RunReport): RunReport {
  return rounded({ ...report, scenarios: report.scenarios.map(trimScenario) });
}

function trimScenario(scenario: ScenarioReport): ScenarioReport {
  return {
    ...scenario,
    series: { p50: NOTHING, p99: NOTHING, rate: NOTHING, failed: NOTHING, quality: NOTHING, cost: NOTHING },
    nodes: scenario.nodes.map(trimNode),
    edges: [],
    traces: [],
  };
}

function trimNode(node: NodeReport): NodeReport {
  return { ...node, series: { utilisation: NOTHING, queue: NOTHING } };
}

/** A copy with every number cut to a few digits: nobody reads more, and a log keeps each of them. */
function rounded<T>(value: T): T {
  return JSON.parse(JSON.stringify(value, (_, each) => (typeof each === "number" ? short(each) : each))) as T;
}

function short(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(DIGITS));
}
