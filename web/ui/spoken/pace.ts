/** A spoken answer of one to two minutes; words a minute as measured in rated interviews (p10 124, p90 189). */
export const TARGET_SECONDS = { least: 60, most: 120 };
const PACE = { slow: 125, quick: 190 };
/** Fewer words or seconds say nothing about pace. */
const ENOUGH = { words: 30, seconds: 15 };

/** Words a minute, or undefined where there is too little to tell. */
export function paceOf(words: number, seconds: number): number | undefined {
  if (words < ENOUGH.words || seconds < ENOUGH.seconds) return undefined;
  return Math.round((60 * words) / seconds);
}

/** A word on the pace of a dictated answer; coaching, never part of the score. */
export function paceAdvice(pace: number): string | undefined {
  if (pace < PACE.slow) return "slower than most";
  return pace > PACE.quick ? "faster than most" : undefined;
}

/** Nobody speaks faster, in words a second. */
const FASTEST = 4;

/** Whether all of these words can have been spoken in so many seconds; else some of them were typed. */
export function canBeSpoken(words: number, seconds: number): boolean {
  return seconds >= 1 && words <= FASTEST * seconds;
}
