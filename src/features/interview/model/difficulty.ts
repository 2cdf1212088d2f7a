const HARDEST = 5;
const EASIEST = 1;
const HARDER_FROM = 0.75;
const EASIER_BELOW = 0.45;

/** How hard the next round is: a step up after a good one, a step down after a poor one, and never a change inside one. */
export function nextDifficulty(first: number, scores: readonly (number | null)[]): number {
  return scores.reduce<number>((difficulty, score) => {
    if (score === null) return difficulty;
    if (score >= HARDER_FROM) return Math.min(HARDEST, difficulty + 1);
    return score < EASIER_BELOW ? Math.max(EASIEST, difficulty - 1) : difficulty;
  }, first);
}
