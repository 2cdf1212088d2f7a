import type { Phase } from "../../schema.ts";

// A 45-minute loop leaves about ten minutes for the problem, half for the drawing, ten for its defence.
const SHARES: Record<Phase, number> = {
  clarify: 0.11,
  scope: 0.13,
  estimate: 0.13,
  design: 0.4,
  defend: 0.23,
  scorecard: 0,
};

/** Seconds for each phase of a case that takes `minutes`, whole minutes each. */
export function budgetOf(minutes: number): Record<Phase, number> {
  const spread = Object.entries(SHARES).map(([phase, share]) => [phase, 60 * Math.round(minutes * share)]);
  return Object.fromEntries(spread) as Record<Phase, number>;
}
