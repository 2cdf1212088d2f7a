import type { Metric, World } from "../../../../../shared/content/design/world.ts";
import type { ObjectiveResult, RunReport } from "../../run/report.ts";
import { gapOf } from "../choose-probes.ts";
import { saturated } from "../measured.ts";
import { objectiveWords, percent } from "../words.ts";
import { dimensionOfObjective } from "./dimension-of-objective.ts";
import { GOOD_FROM, type Observation } from "./observation.ts";

// An objective missed by a hair is worth this, one missed by as much as its target nothing.
const MISSED_BY_A_HAIR = 0.4;
const SAVINGS: readonly Metric[] = ["cost", "llmShare"];

/** What a run is worth: the mean over its objectives, near misses in part. */
export function worthOfRun({ objectives }: Pick<RunReport, "objectives">): number {
  return objectives.reduce((sum, each) => sum + worthOf(each), 0) / Math.max(1, objectives.length);
}

/** The objectives of the last run, each for its dimension; overload that stayed; components that were full. */
export function observeRun(report: RunReport, world: World): Observation[] {
  return [...observeObjectives(report, world), ...observeMetastability(report), ...observeLoad(report)];
}

function observeObjectives({ objectives }: RunReport, world: World): Observation[] {
  return objectives.flatMap((result): Observation[] => {
    const objective = world.objectives.find(({ id }) => id === result.id);
    if (!objective) return [];
    const words = objectiveWords(result);
    const saves = SAVINGS.includes(result.metric) && result.met;
    // What is saved by a system that does not do its work is no merit.
    const score = saves ? worthOfRun({ objectives: objectives.filter(({ id }) => id !== result.id) }) : worthOf(result);
    const mend = saves ? "It is cheap, but it does not do its work: meet the other objectives within the budget." : "";
    return [
      {
        dimension: dimensionOfObjective(objective, world),
        score,
        se: 0.05,
        weight: 1,
        evidence: [{ kind: "run", text: words, good: result.met }],
        mend: score >= GOOD_FROM ? null : mend || `Meet this in a run. ${words}`,
      },
    ];
  });
}

function observeMetastability({ scenarios }: RunReport): Observation[] {
  const stuck = scenarios.flatMap(({ incidents }) => incidents.filter(({ metastable }) => metastable));
  return stuck.map(({ title, said }) => ({
    dimension: "failure",
    score: 0,
    se: 0.05,
    weight: 1,
    evidence: [{ kind: "run", text: `The overload outlived its trigger. ${title}: ${said}`, good: false }],
    mend: "Let no overload outlive its trigger: a budget for retries, a limit at the entrance, queues that end.",
  }));
}

function observeLoad(report: RunReport): Observation[] {
  const node = saturated({ ...report, scenarios: report.scenarios.slice(0, 1) })[0];
  if (!node) return [];
  const text = `\`${node.id}\` was ${percent(node.utilisation)} busy in ${report.scenarios[0]?.title.toLowerCase()}.`;
  const mend = `Give \`${node.id}\` room: at ${percent(node.utilisation)} its queue is most of the latency.`;
  return [
    { dimension: "serving", score: 0.3, se: 0.1, weight: 0.5, evidence: [{ kind: "run", text, good: false }], mend },
  ];
}

function worthOf(result: ObjectiveResult): number {
  return result.met ? 1 : MISSED_BY_A_HAIR * (1 - gapOf(result));
}
