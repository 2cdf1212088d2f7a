import { World } from "../../../../../shared/content/design/world.ts";
import { parseDesign } from "../../language/parse-design.ts";
import { runMinutes } from "../../run/minutes.ts";
import type { NodeReport, ScenarioReport } from "../../run/report.ts";
import { type Estimate, estimateOf } from "../replications.ts";

const REPLICATIONS = 30;

type Setup = {
  design: string;
  /** Requests a second, and how many are measured in one replication, about. */
  rate: number;
  requests: number;
  traffic?: Record<string, unknown>;
  /** Share of the run that is left out at the start. */
  warmUp?: number;
};

/** A world in which nothing but queues matters. */
export function plainWorld(traffic: Record<string, unknown>, scenario: Record<string, unknown>): World {
  return World.parse({
    task: "ranking",
    traffic,
    signal: {
      sizes: { small: 1, medium: 1, large: 1 },
      drift: { perDay: 0 },
      fallbacks: { default: 1, popular: 1, stale: 1, partial: 1 },
    },
    labels: { delay: 0 },
    money: {},
    slo: { latency: 1e6, availability: 0 },
    scenarios: [{ id: "run", title: "steady", ...scenario }],
    objectives: ["p50", "p95", "p99"].map((metric) => ({
      id: metric,
      title: metric,
      scenario: "run",
      metric,
      atMost: 1e9,
    })),
  });
}

/** Runs a design thirty times and estimates what `measure` reads off each run. */
export function replicate<Name extends string>(
  { design: text, rate, requests, traffic = {}, warmUp = 0.2 }: Setup,
  measure: (report: ScenarioReport) => Record<Name, number>,
): Record<Name, Estimate> {
  const { design, faults } = parseDesign(text);
  if (faults.length > 0) throw new Error(faults.map(({ message }) => message).join("\n"));
  const measured = requests / rate;
  const lasts = measured / (1 - warmUp);
  const world = plainWorld({ rate, ...traffic }, { lasts, warmUp: lasts - measured });
  const values = new Map<Name, number[]>();
  for (let seed = 1; seed <= REPLICATIONS; seed++) {
    const scenario = world.scenarios[0];
    const report = scenario && runMinutes(design, world, { scenario, seed, watch: { goOn: () => true } });
    if (!report) throw new Error("the run did not end");
    for (const [name, value] of Object.entries(measure(report)) as [Name, number][])
      values.set(name, [...(values.get(name) ?? []), value]);
  }
  return Object.fromEntries([...values].map(([name, all]) => [name, estimateOf(all)])) as Record<Name, Estimate>;
}

export function nodeOf({ nodes }: ScenarioReport, id: string): NodeReport {
  const node = nodes.find((each) => each.id === id);
  if (!node) throw new Error(`no node "${id}"`);
  return node;
}

/** Whether theory lies in the 95 % interval, said so that a failing test shows by how much it does not. */
export function inside({ mean, halfWidth }: Estimate, theory: number): string {
  const off = Math.abs(mean - theory);
  return off <= halfWidth
    ? "inside"
    : `theory ${theory.toPrecision(5)}, measured ${mean.toPrecision(5)} ± ${halfWidth.toPrecision(3)}`;
}
