import { type Card, createEmptyCard, forgetting_curve, fsrs, generatorParameters, get_fuzz_range } from "ts-fsrs";
/** As the scheduler has it: 1 again, 2 hard, 3 good, 4 easy. */
export type Rating = 1 | 2 | 3 | 4;

/** One answer as the scheduler sees it. */
export type Review = { at: Date; rating: Rating };

/** What is remembered of one question or paper, from all its reviews (FSRS-6; Ye, 2024). */
export type Memory = {
  /** Days until the chance of recall has fallen to 90 %. */
  stability: number;
  lastReview: Date;
  reviews: number;
  /** How often it was forgotten after it had once been known. */
  lapses: number;
};

const DAY_MS = 86_400_000;
const LONGEST_DAYS = 365; // nobody prepares for an interview that is further away
// Steps of minutes are for words on cards: an answer of two minutes returns after a day at the earliest.
const parameters = generatorParameters({
  request_retention: 0.9,
  maximum_interval: LONGEST_DAYS,
  enable_fuzz: false,
  enable_short_term: false,
});
const scheduler = fsrs(parameters);

/** Replays reviews, oldest first; undefined where there are none. `interval` is in days from the last one. */
export function replay(reviews: readonly Review[]): { memory: Memory; interval: number } | undefined {
  const [first] = reviews;
  if (!first) return undefined;
  let card: Card = createEmptyCard(first.at);
  for (const { at, rating } of reviews) card = scheduler.next(card, at, rating).card;
  const lastReview = reviews.at(-1)?.at ?? first.at;
  const { stability, reps, lapses } = card;
  return { memory: { stability, lastReview, reviews: reps, lapses }, interval: card.scheduled_days };
}

/** Chance of recall at a time, 0 to 1. */
export function retrievability({ stability, lastReview }: Memory, at: Date): number {
  const days = Math.max(0, (at.getTime() - lastReview.getTime()) / DAY_MS);
  return forgetting_curve(parameters.w, days, stability);
}

/**
 * The day on which a question returns: within the range that FSRS takes as equally good, the one with the fewest others.
 * `load` says how many are due on a day, as `dayOf` names it.
 */
export function smoothedDue(reviewed: Date, interval: number, load: ReadonlyMap<string, number>): Date {
  const { min_ivl, max_ivl } =
    interval < 3 ? { min_ivl: interval, max_ivl: interval } : get_fuzz_range(interval, 0, LONGEST_DAYS);
  const days = Array.from({ length: max_ivl - min_ivl + 1 }, (_, at) => min_ivl + at);
  const dueAfter = (count: number) => new Date(reviewed.getTime() + count * DAY_MS);
  days.sort(
    (a, b) =>
      (load.get(dayOf(dueAfter(a))) ?? 0) - (load.get(dayOf(dueAfter(b))) ?? 0) ||
      Math.abs(a - interval) - Math.abs(b - interval),
  );
  return dueAfter(days[0] ?? interval);
}

/** How many are due on each day, of the times at which they are; for `smoothedDue`. */
export function loadOf(dueTimes: Iterable<string>): Map<string, number> {
  const load = new Map<string, number>();
  for (const dueAt of dueTimes) {
    const day = dayOf(new Date(dueAt));
    load.set(day, (load.get(day) ?? 0) + 1);
  }
  return load;
}

/** A day in UTC, as 2026-11-25. */
export function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}

export function daysAfter(at: Date, days: number): Date {
  return new Date(at.getTime() + days * DAY_MS);
}
