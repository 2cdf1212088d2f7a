import type { Rating } from "../schema.ts";

/** From here on a criterion counts as met, and an answer as good, or as partly so. */
export const MET_FROM = 0.5;
export const GOOD_FROM = 0.65;
export const PARTLY_FROM = 0.4;
const EASY_FROM = 0.85;
const SLOW_SECONDS = 240;
const QUICK_SECONDS = 120;

/** The grade for the scheduler (1 again, 2 hard, 3 good, 4 easy), from the share of the points and the seconds it took. */
export function ratingOf(score: number, seconds: number): Rating {
  if (score < PARTLY_FROM) return 1;
  if (score < GOOD_FROM || seconds > SLOW_SECONDS) return 2;
  return score >= EASY_FROM && seconds <= QUICK_SECONDS ? 4 : 3;
}
