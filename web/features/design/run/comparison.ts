import type { ObjectiveResult, RunReport, ScenarioReport } from "../../../../src/features/design/model/run/report.ts";

export type ObjectiveChange = {
  before: ObjectiveResult | undefined;
  after: ObjectiveResult;
  change: "mended" | "broken" | "better" | "worse" | "same";
};

/** Every objective of the later run beside its earlier value; what changed sides comes first, broken before mended. */
export function compareObjectives(before: RunReport, after: RunReport): ObjectiveChange[] {
  const earlier = new Map(before.objectives.map((objective) => [objective.id, objective]));
  const rank = ({ change }: ObjectiveChange) => (change === "broken" ? 0 : change === "mended" ? 1 : 2);
  return after.objectives
    .map((objective): ObjectiveChange => {
      const was = earlier.get(objective.id);
      return { before: was, after: objective, change: changeOf(was, objective) };
    })
    .toSorted((a, b) => rank(a) - rank(b));
}

/** Changes of under a hundredth are the chance of a run. */
const SLIGHT = 0.01;

function changeOf(before: ObjectiveResult | undefined, after: ObjectiveResult): ObjectiveChange["change"] {
  if (!before) return "same";
  if (before.met !== after.met) return after.met ? "mended" : "broken";
  const [was, is] = [before.value, after.value];
  if (was === null || is === null || Math.abs(is - was) <= SLIGHT * Math.abs(was)) return "same";
  return is < was === "atMost" in after.target ? "better" : "worse";
}

/** Scenarios that both runs went through, in the order of the later one. */
export function sharedScenarios(
  before: RunReport,
  after: RunReport,
): { before: ScenarioReport; after: ScenarioReport }[] {
  const earlier = new Map(before.scenarios.map((scenario) => [scenario.id, scenario]));
  return after.scenarios.flatMap((scenario) => {
    const was = earlier.get(scenario.id);
    return was ? [{ before: was, after: scenario }] : [];
  });
}

/** "2 mended, 1 broken", or that the same objectives hold. */
export function sayComparison(changes: readonly ObjectiveChange[]): string {
  const count = (change: ObjectiveChange["change"]) => changes.filter((each) => each.change === change).length;
  const parts = [
    [count("mended"), "mended"],
    [count("broken"), "broken"],
  ].filter(([found]) => found !== 0);
  if (parts.length > 0) return parts.map(([found, word]) => `${found} ${word}`).join(", ");
  return "The same objectives hold";
}
