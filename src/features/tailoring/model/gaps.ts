/** What is known of a candidate's ability in a skill, on middling items: 0 to 1, the interval of 90 %. */
export type Standing = {
  rows: number;
  expected: number;
  interval: readonly [number, number];
  from: "holdout" | "practice";
};
type GapState = "unknown" | "below" | "unsure" | "ready";
export type Gap = { skill: string; weight: number; state: GapState; gap: number | null; standing: Standing | null };

/** The expected score from which a skill counts as ready: what the bank calls a pass. */
const READY_FROM = 0.7;
const MOST_GAPS = 15;

/** How far from ready each skill that weighs is, times its weight. The largest first; what is unknown stands by its weight. */
export function gapsOf(
  weights: ReadonlyMap<string, number>,
  standings: ReadonlyMap<string, Standing>,
  asked: ReadonlySet<string>,
): Gap[] {
  return [...weights]
    .filter(([skill]) => asked.has(skill))
    .map(([skill, weight]) => gapOf(skill, weight, standings.get(skill)))
    .filter(({ state }) => state !== "ready")
    .toSorted((a, b) => urgency(b) - urgency(a))
    .slice(0, MOST_GAPS);
}

function gapOf(skill: string, weight: number, standing: Standing | undefined): Gap {
  if (!standing || standing.rows === 0) return { skill, weight, state: "unknown", gap: null, standing: null };
  const [low, high] = standing.interval;
  const state = low >= READY_FROM ? "ready" : high < READY_FROM ? "below" : "unsure";
  return { skill, weight, state, gap: weight * Math.max(0, READY_FROM - standing.expected), standing };
}

/** Nothing known is taken for half a pass, so that neither what is known to be bad nor what is unknown hides the other. */
function urgency({ weight, gap }: Gap): number {
  return gap ?? weight * (READY_FROM / 2);
}
