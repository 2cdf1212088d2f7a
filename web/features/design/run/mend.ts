import type { ObjectiveResult, RunReport, ScenarioReport } from "../../../../src/features/design/model/run/report.ts";
import { type Cause, causeOf } from "./cause.ts";
import { limitOf } from "./format-value.ts";

/** The one thing to mend: the objective that is missed by most, and why. */
type Mend = { objective: ObjectiveResult; cause: Cause };

export const scenarioOf = (report: RunReport, id: string): ScenarioReport | undefined =>
  report.scenarios.find((scenario) => scenario.id === id);

export function mendOf(report: RunReport): Mend | undefined {
  const missed = report.objectives.filter(({ met }) => !met).toSorted((a, b) => strain(b) - strain(a));
  const [objective] = missed;
  return objective && { objective, cause: causeOf(objective, report) };
}

/** The objective that holds with the least to spare: what the next mistake would break. */
export function tightest(objectives: readonly ObjectiveResult[]): ObjectiveResult | undefined {
  return objectives.filter(({ met, value }) => met && value !== null).toSorted((a, b) => strain(b) - strain(a))[0];
}

/**
 * How far a value is from its target, as a ratio: 1 is at the target, 2 twice as bad as allowed. What a share lacks to
 * 100 % counts too: 99 % where 99.9 % is asked for is ten times as bad. What could not be measured is worst.
 */
export function strain({ value, target, unit }: Pick<ObjectiveResult, "value" | "target" | "unit">): number {
  if (value === null) return Number.POSITIVE_INFINITY;
  const limit = limitOf(target);
  if ("atMost" in target) return ratio(value, limit);
  const lacking = unit === "share" ? ratio(1 - value, 1 - limit) : 0;
  return Math.max(lacking, ratio(limit, value));
}

function ratio(value: number, limit: number): number {
  if (limit > 0) return value / limit;
  return value <= 0 ? 1 : Number.POSITIVE_INFINITY;
}
