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
 * 100 % counts too: 99 % where 99.9 % is asked for is ten times as bad, and 100 % has all to spare.
 */
export function strain({ value, target, unit }: Pick<ObjectiveResult, "value" | "target" | "unit">): number {
  if (value === null) return UNMEASURED;
  const limit = limitOf(target);
  if ("atMost" in target) return ratio(value, limit);
  const short = Math.min(MOST_SHORT, ratio(limit, value));
  if (unit !== "share") return short;
  const lacking = ratio(1 - value, 1 - limit);
  return value < limit ? Math.max(lacking, short) : Math.min(lacking, short);
}

/** What could not be measured, because the design has no part that does it, is worse than all but an outage. */
const UNMEASURED = 50;
/** As far as a value can be short of what it should at least be: nothing at all was there. */
const MOST_SHORT = 100;

function ratio(value: number, limit: number): number {
  if (limit > 0) return value / limit;
  return value <= 0 ? 1 : Number.POSITIVE_INFINITY;
}
