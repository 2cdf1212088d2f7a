import { expect, test } from "vitest";
import { seededRandom, shuffled } from "../../../lib/random.ts";
import type { Observation } from "./abilities.ts";
import { withExercises } from "./exercises.ts";

const row = (itemId: string, day: number, skills: string[]): Observation => {
  const still = { difficulty: 3, score: 0.5, standardError: 0.05, hints: 0, revealed: false };
  return { itemId, day, skills, ...still };
};
const counts = (rows: Observation[], day = 10) =>
  Object.fromEntries(withExercises(rows, day).map(({ itemId, exercisesSince }) => [itemId, exercisesSince]));

test("counts what came after a row on its own skills; what came at once with it, or is yet to come, is not counted", () => {
  const rows = [row("first", 1, ["a"]), row("other", 2, ["b"]), row("second", 3, ["a"]), row("third", 5, ["a"])];
  expect(counts(rows)).toEqual({ first: 2, other: 0, second: 1, third: 0 });
  expect(counts(rows, 4)).toEqual({ first: 1, other: 0, second: 0 });
  expect(counts([row("one", 1, ["a"]), row("two", 1, ["a"])])).toEqual({ one: 0, two: 0 });
});

test("an exercise on several skills counts for each by its part", () => {
  const counted = counts([row("a", 1, ["a"]), row("b", 1, ["b"]), row("both", 2, ["a", "b"])]);
  expect(counted.a).toBeCloseTo(2 / 3);
  expect(counted.b).toBeCloseTo(1 / 3);
});

test("is the same in whatever order the rows come", () => {
  const random = seededRandom(4);
  const rows = Array.from({ length: 50 }, (_, at) => row(`item-${at}`, Math.floor(9 * random()), [`s${at % 4}`]));
  expect(counts(shuffled(rows, random))).toEqual(counts(rows));
});
