/** What of a rubric's grade the anchored scale needs. */
type Graded = {
  score: number;
  se: number;
  criteria: readonly { points: number; probability: number }[];
  misconceptions: readonly unknown[];
};

export type LevelRead = {
  /** 1 to 5; null where the story does not speak of it, or nobody could tell. */
  level: number | null;
  /** Standard error, in steps. */
  se: number;
  /** Before rounding. */
  mean: number;
  spoken: boolean;
};

const SPOKEN_FROM = { clarity: 0.6, score: 0.45 };
const UNSURE_ABOVE = 1.3;
const MOST_WITH_COUNTER_SIGN = 2.4;
const ROUNDING = 0.35;

/**
 * A grade on the anchored scale: no behaviour shown is 1, all of them 5. Who was asked for it and shows nothing is at 1; who
 * was not asked has no level.
 */
export function levelOf({ score, se, criteria, misconceptions }: Graded, { asked }: { asked: boolean }): LevelRead {
  const clarity = Math.max(0, ...criteria.map(({ probability }) => probability));
  const spoken = clarity >= SPOKEN_FROM.clarity && score >= SPOKEN_FROM.score;
  const top = misconceptions.length > 0 ? MOST_WITH_COUNTER_SIGN : 5;
  const mean = Math.min(top, 1 + 4 * score);
  const steps = Math.hypot(4 * se, ROUNDING);
  const told = (spoken || asked) && steps <= UNSURE_ABOVE;
  return {
    level: told ? Math.round(mean) : null,
    se: Number(steps.toFixed(2)),
    mean,
    spoken,
  };
}
