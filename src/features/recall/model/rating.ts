/** As FSRS counts: 1 again, 2 hard, 3 good, 4 easy. */
export type Rating = 1 | 2 | 3 | 4;

const FORGOTTEN_BELOW = 0.4;
const HARD_BELOW = 0.65;
const EASY_FROM = 0.85;
const SLOW_SECONDS = 240;
const QUICK_SECONDS = 120;

/** The grade for the scheduler, from the share of the rubric's points and the seconds it took. */
export function ratingOf(score: number, seconds: number): Rating {
  if (score < FORGOTTEN_BELOW) return 1;
  if (score < HARD_BELOW || seconds > SLOW_SECONDS) return 2;
  return score >= EASY_FROM && seconds <= QUICK_SECONDS ? 4 : 3;
}
