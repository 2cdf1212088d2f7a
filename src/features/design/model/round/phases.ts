import type { Ms } from "../../../../shared/rounds/round.ts";
import { budgetOf } from "../interview/budget.ts";

/** What a candidate goes through in a round, in this order. */
export const ROUND_PHASES = ["clarify", "scope", "estimate", "design", "defend"] as const;
export type RoundPhase = (typeof ROUND_PHASES)[number];

export const PHASE_TITLES: Record<RoundPhase, string> = {
  clarify: "Questions",
  scope: "Scope and formulation",
  estimate: "Estimates",
  design: "Drawing",
  defend: "Defence",
};

const MINUTE_MS = 60_000;

/** When each phase ends at the latest, by the clock of the round. What one leaves over is the next one's. */
export function phaseEnds(minutes: number): Record<RoundPhase, Ms> {
  const budget = budgetOf(minutes);
  const end = minutes * MINUTE_MS;
  let at = 0;
  const ends = ROUND_PHASES.map((phase) => {
    at += budget[phase] * 1000;
    return [phase, phase === "defend" ? end : Math.min(at, end)];
  });
  return Object.fromEntries(ends) as Record<RoundPhase, Ms>;
}
