import type { Scorecard } from "../types.ts";

/** "0.06 better", "the same". */
export function changeSaid(now: number, before: number): string {
  const change = now - before;
  if (Math.abs(change) < 0.005) return "the same";
  return `${Math.abs(change).toFixed(2)} ${change > 0 ? "better" : "worse"}`;
}

type Compared = { title: string; now: number; before: number };

/** Rounds of kinds that the last mock had as well; where it had several of a kind, their mean. */
export function comparedRounds({ rounds, before }: Scorecard): Compared[] {
  return rounds.flatMap(({ kind, title, score }) => {
    const earlier = before?.rounds.filter((each) => each.kind === kind) ?? [];
    if (score === null || earlier.length === 0) return [];
    const mean = earlier.reduce((sum, each) => sum + each.score, 0) / earlier.length;
    return [{ title, now: score, before: mean }];
  });
}
