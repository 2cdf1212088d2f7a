import { specNamed } from "../components/catalogue.ts";
import type { Design } from "../design.ts";
import type { RunReport, ScenarioReport } from "../run/report.ts";
import { convert, readUnit } from "./units.ts";

/** A run with the design that it was made of. */
export type Run = { report: RunReport; design: Design };

const SATURATED_FROM = 0.85;
const LATENCIES = ["mean", "p50", "p90", "p95", "p99", "p999", "max"] as const;

/**
 * What a run shows for an estimate, in the unit of the estimate; null where it says nothing. `name` is one of: `throughput`,
 * `quality`, `cost`, `llmShare`, a latency as `p99`, `hit:TYPE`, `utilisation:TYPE`, `replicas:TYPE`, `dollars:TYPE` and
 * `saturated` (the component type with the most work). A scenario may follow, else it is the first one: `p99:sale`.
 */
export function measured(run: Run, name: string, unit: string): number | string | null {
  const [what = "", about = ""] = name.split(":");
  const scenario = run.report.scenarios.find(({ id }) => id === about) ?? run.report.scenarios[0];
  if (!scenario) return null;
  if (what === "saturated") return busiest(scenario)?.type ?? null;
  const latency = LATENCIES.find((each) => each === what);
  if (latency) return inUnit(scenario.latency[latency], "s", unit);
  switch (what) {
    case "throughput":
      return inUnit(scenario.throughput, "/s", unit);
    case "cost":
      return inUnit(run.report.cost.dollarsPerMonth, "USD/month", unit);
    case "quality":
    case "llmShare":
      return inUnit(scenario[what], "share", unit);
    default:
      return ofType(run, scenario, { what, type: about, unit });
  }
}

function ofType(
  run: Run,
  scenario: ScenarioReport,
  { what, type, unit }: { what: string; type: string; unit: string },
) {
  const wanted = specNamed(type)?.type;
  const nodes = scenario.nodes.filter((node) => node.type === wanted);
  if (wanted === undefined || nodes.length === 0) return null;
  if (what === "utilisation") return inUnit(Math.max(...nodes.map(({ utilisation }) => utilisation)), "share", unit);
  if (what === "dollars") return inUnit(sum(nodes.map(({ dollarsPerMonth }) => dollarsPerMonth)), "USD/month", unit);
  if (what === "replicas") return sum(run.design.nodes.filter((node) => node.type === wanted).map(replicasOf));
  const extra = nodes.flatMap(({ extra }) => extra?.[what] ?? []);
  return extra.length === 0 ? null : inUnit(Math.max(...extra), "share", unit);
}

/** The component that is nearest to its limit. */
function busiest({ nodes }: ScenarioReport): ScenarioReport["nodes"][number] | undefined {
  return nodes.toSorted((a, b) => b.utilisation - a.utilisation)[0];
}

/** Components that have more work than they can do, the fullest first. */
export function saturated({ scenarios }: RunReport): ScenarioReport["nodes"] {
  const all = scenarios.flatMap(({ nodes }) => nodes.filter(({ utilisation }) => utilisation >= SATURATED_FROM));
  return all.sort((a, b) => b.utilisation - a.utilisation);
}

export function replicasOf({ parameters }: Design["nodes"][number]): number {
  const { replicas } = parameters;
  return typeof replicas === "number" ? replicas : 1;
}

function inUnit(value: number, own: string, wanted: string): number | null {
  const to = readUnit(wanted);
  return to.known ? (convert(value, readUnit(own), to) ?? null) : value / to.scale;
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
