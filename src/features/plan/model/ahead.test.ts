import { expect, test } from "vitest";
import { type Abilities, abilitiesAt, type Observation } from "./abilities.ts";
import { abilitiesAhead, exercisesIn, paceOf } from "./ahead.ts";
import { get } from "./cholesky.ts";
import { readinessFor } from "./readiness.ts";

const SKILLS = [
  { id: "a.one", area: "a" },
  { id: "a.two", area: "a" },
];
const NONE = new Map<string, number>();
const still = { difficulty: 3, score: 0.7, standardError: 0.05, hints: 0, revealed: false };
const rows: Observation[] = Array.from({ length: 40 }, (_, at) => ({
  ...still,
  itemId: `item-${at}`,
  skills: [SKILLS[at % 2]?.id ?? ""],
  day: 60 + at,
}));
const now = abilitiesAt(SKILLS, rows, 100);
const sd = ({ covariance }: Abilities, skill = 0) => Math.sqrt(get(covariance, skill, skill));

test("no day ahead is now, and whatever is ahead is known less well the further it lies", () => {
  const [today, soon, late] = [0, 10, 60].map((days) => abilitiesAhead(now, days, NONE));
  for (const [at, mean] of now.mean.entries()) expect(today?.mean[at]).toBeCloseTo(mean, 12);
  for (const [at, each] of now.covariance.of.entries()) expect(today?.covariance.of[at]).toBeCloseTo(each, 12);
  expect(sd(soon as Abilities)).toBeGreaterThan(sd(now));
  expect(sd(late as Abilities)).toBeGreaterThan(sd(soon as Abilities));
  const { n } = now.covariance;
  for (let row = 0; row < n; row++)
    for (let column = 0; column < n; column++)
      expect(get((late as Abilities).covariance, row, column)).toBeCloseTo(
        get((late as Abilities).covariance, column, row),
        12,
      );
});

test("it is what a fit on that day says of the same rows, but for what is read from them by then", () => {
  // a fit on that day takes the rows to be older, and wanders by the same
  const [ahead, then] = [abilitiesAhead(now, 8, NONE), abilitiesAt(SKILLS, rows, 108)];
  for (const at of [0, 1]) {
    expect(ahead.mean[at]).toBeCloseTo(then.mean[at] ?? 0, 1);
    expect(sd(ahead, at)).toBeCloseTo(sd(then, at), 1);
  }
});

test("what is exercised until then adds to its own skill, and twenty exercises are the most that count", () => {
  const added = (count: number) => abilitiesAhead(now, 10, new Map([["a.one", count]])).mean[0] ?? 0;
  expect(added(5)).toBeGreaterThan(added(0));
  expect(added(50)).toBe(added(20));
  const other = abilitiesAhead(now, 10, new Map([["a.one", 5]])).mean[1];
  expect(other).toBe(abilitiesAhead(now, 10, NONE).mean[1]);
});

test("readiness ahead stays between 0 and 1 and says when it is too far to say", () => {
  const { interval, enough } = readinessFor(abilitiesAhead(now, 365, NONE), new Map([["a.one", 1]]));
  expect(interval[0]).toBeGreaterThanOrEqual(0);
  expect(interval[1]).toBeLessThanOrEqual(1);
  expect(enough).toBe(false);
});

test("the pace is that of four weeks, of all the days where there are fewer, and of a week at least", () => {
  const on = (...days: number[]) => days.map((day) => ({ day, skills: ["a.one", "a.two"] }));
  // the first skill counts two thirds, the second one third
  expect(paceOf(on(99, 99, 100), 100).get("a.one")).toBeCloseTo(3 * (2 / 3) * (1 / 7), 9);
  expect(paceOf(on(90, 99), 100).get("a.two")).toBeCloseTo(2 * (1 / 3) * (1 / 10), 9);
  expect(paceOf(on(1, 50, 90), 100).get("a.one")).toBeCloseTo((2 / 3) * (1 / 28), 9);
  expect(paceOf(on(101), 100).size).toBe(0);
  expect(exercisesIn(14, paceOf(on(99), 100)).get("a.one")).toBeCloseTo(14 * (2 / 3) * (1 / 7), 9);
});
