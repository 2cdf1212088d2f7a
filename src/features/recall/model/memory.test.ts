import { expect, test } from "vitest";
import { dayOf, daysAfter, replay, retrievability, smoothedDue } from "../../../shared/spacing/memory.ts";
import type { Rating } from "../schema.ts";
import { forecast } from "./forecast.ts";
import { ratingOf } from "./rating.ts";

const start = new Date("2026-03-01T12:00:00Z");
const after = (ratings: Rating[]) => {
  let at = start;
  const reviews = ratings.map((rating) => ({ at, rating }));
  for (let index = 1; index < reviews.length; index++) {
    const before = replay(reviews.slice(0, index));
    at = daysAfter(at, before?.interval ?? 1);
    reviews[index] = { at, rating: ratings[index] ?? 1 };
  }
  const replayed = replay(reviews);
  if (!replayed) throw new Error("there are reviews");
  return replayed;
};

test("good answers come back later each time, a forgotten one soon", () => {
  const [first, second, third] = [after([3]), after([3, 3]), after([3, 3, 3])];
  expect(first.interval).toBeGreaterThanOrEqual(1);
  expect(second.interval).toBeGreaterThan(first.interval);
  expect(third.interval).toBeGreaterThan(second.interval);
  const lapsed = after([3, 3, 1]);
  expect(lapsed.interval).toBeLessThan(second.interval);
  expect(lapsed.memory.lapses).toBe(1);
});

test("on the day that a question returns nine in ten would still know it", () => {
  for (const ratings of [[3], [3, 3, 3], [4, 2, 3]] as Rating[][]) {
    const { memory, interval } = after(ratings);
    const then = retrievability(memory, daysAfter(memory.lastReview, interval));
    expect(then).toBeGreaterThan(0.85);
    expect(then).toBeLessThan(0.95);
    expect(retrievability(memory, memory.lastReview)).toBe(1);
  }
});

test("a full day is avoided within the range that FSRS takes as equally good", () => {
  const due = smoothedDue(start, 20, new Map());
  expect(dayOf(due)).toBe(dayOf(daysAfter(start, 20)));
  const moved = smoothedDue(start, 20, new Map([[dayOf(due), 9]]));
  expect(dayOf(moved)).not.toBe(dayOf(due));
  expect(Math.abs(moved.getTime() - due.getTime())).toBeLessThanOrEqual(4 * 86_400_000);
  expect(smoothedDue(start, 1, new Map([[dayOf(daysAfter(start, 1)), 99]]))).toEqual(daysAfter(start, 1));
});

test("many questions of one day come back on several", () => {
  const load = new Map<string, number>();
  for (let each = 0; each < 30; each++) {
    const day = dayOf(smoothedDue(start, 20, load));
    load.set(day, (load.get(day) ?? 0) + 1);
  }
  expect(load.size).toBeGreaterThanOrEqual(5);
  expect(Math.max(...load.values())).toBeLessThanOrEqual(6);
});

test("the grade for the scheduler follows score and time", () => {
  expect([0.2, 0.5, 0.7, 0.9].map((score) => ratingOf(score, 90))).toEqual([1, 2, 3, 4]);
  expect(ratingOf(0.9, 200)).toBe(3);
  expect(ratingOf(0.9, 300)).toBe(2);
});

test("a forecast falls with time and counts what returns, the overdue today", () => {
  const { memory } = after([3, 3]);
  const remembered = [
    { memory, due: daysAfter(memory.lastReview, -3) },
    { memory, due: daysAfter(memory.lastReview, 5) },
  ];
  const { days } = forecast(remembered, memory.lastReview, 30);
  expect(days).toHaveLength(30);
  expect(days.map(({ due }) => due).reduce((sum, due) => sum + due)).toBe(2);
  expect(days[0]?.due).toBe(1);
  const retained = days.map((day) => day.retained);
  expect(retained).toEqual([...retained].sort((a, b) => b - a));
});
