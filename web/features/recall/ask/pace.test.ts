import { expect, test } from "vitest";
import { paceAdvice, paceOf, wordsIn } from "./pace.ts";

test("words are what a listener would count", () => {
  expect(wordsIn("It doesn't over-fit: 0.95, twice.")).toBe(6);
  expect(wordsIn(" … ")).toBe(0);
});

test("pace is words a minute, once there is enough to tell", () => {
  expect(paceOf(150, 60)).toBe(150);
  expect(paceOf(10, 60)).toBeUndefined();
  expect(paceOf(100, 5)).toBeUndefined();
});

test("nothing is said within the usual range", () => {
  expect([100, 150, 200].map(paceAdvice)).toEqual(["slower than most", undefined, "faster than most"]);
});
