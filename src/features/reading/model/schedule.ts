import { dayOf, daysAfter, type Memory, type Rating, replay, retrievability } from "../../../shared/spacing/memory.ts";
import type { Paper, Review } from "../schema.ts";
import { FEWEST_PARTS, solidParts } from "./notes.ts";

/** From here on a retelling counts as good, or as partly so. */
export const GOOD_FROM = 0.65;
export const PARTLY_FROM = 0.4;
const EASY_FROM = 0.85;
/** After its notes were written a paper is first told from memory on the next day. */
const FIRST_DAYS = 1;

export function ratingOf(score: number): Rating {
  if (score < PARTLY_FROM) return 1;
  if (score < GOOD_FROM) return 2;
  return score >= EASY_FROM ? 4 : 3;
}

type Rated = Pick<Review, "at" | "rating">;

/** What is remembered of a paper, from its retellings, oldest first; of one day the last counts. */
export function memoryOf(reviews: readonly Rated[]): { memory: Memory; interval: number } | undefined {
  const rated = reviews.flatMap(({ at, rating }) => (rating === null ? [] : [{ at: new Date(at), rating }]));
  const daily = new Map(rated.map((review) => [dayOf(review.at), review]));
  return replay([...daily.values()]);
}

/** When a paper comes back, and the chance of recall now; undefined where there is nothing to recall. */
export function dueOf(
  { status, notes, updatedAt }: Pick<Paper, "status" | "notes" | "updatedAt">,
  reviews: readonly Pick<Review, "at" | "rating" | "dueAt">[],
  now: Date,
): { at: string; recall: number } | undefined {
  if (status === "dropped" || solidParts(notes).length < FEWEST_PARTS) return undefined;
  const remembered = memoryOf(reviews);
  const last = reviews.findLast(({ dueAt }) => dueAt !== null)?.dueAt;
  if (remembered && last) return { at: last, recall: retrievability(remembered.memory, now) };
  return { at: daysAfter(new Date(updatedAt), FIRST_DAYS).toISOString(), recall: 1 };
}
