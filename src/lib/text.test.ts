import * as fc from "fast-check";
import { expect, test } from "vitest";
import { counted, countWords, editDistance, nearest, oneLine, percent } from "./text.ts";

test("a typo finds its word, and nonsense finds none", () => {
  expect(nearest("jugde", ["serve", "judge", "doctor"])).toBe("judge");
  expect(nearest("xyzzy", ["serve", "judge", "doctor"])).toBeUndefined();
});

test("words are what a listener would count", () => {
  expect(countWords("It doesn't over-fit: 0.95, twice.")).toBe(6);
  expect(countWords(" … ")).toBe(0);
});

test("one is singular", () => {
  expect([0, 1, 2].map((count) => counted(count, "test"))).toEqual(["0 tests", "1 test", "2 tests"]);
});

test("a share is told in whole percents, a text on one line", () => {
  expect([0, 0.554, 1].map(percent)).toEqual(["0 %", "55 %", "100 %"]);
  expect(oneLine(" One\n\t line. ")).toBe("One line.");
});

test("edit distance is a metric", () => {
  const word = fc.string({ maxLength: 8 });
  fc.assert(
    fc.property(word, word, word, (a, b, c) => {
      expect(editDistance(a, b)).toBe(editDistance(b, a));
      expect(editDistance(a, b) === 0).toBe(a === b);
      expect(editDistance(a, c)).toBeLessThanOrEqual(editDistance(a, b) + editDistance(b, c));
    }),
  );
});
