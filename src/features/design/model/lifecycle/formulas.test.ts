import { expect, test } from "vitest";
import { seededRandom } from "../../../../lib/random.ts";
import { histogramOf, largestGap, sampledHistogram, stabilityIndex } from "./score-distribution.ts";
import { changeLearned } from "./unlearned.ts";

const scores = (mean: number) => histogramOf([{ share: 1, mean, deviation: 1 }]);

test("a histogram of scores has its tenths, and a mixture is the sum of its parts", () => {
  for (const share of scores(0)) expect(share).toBeCloseTo(0.1, 6);
  const mixed = histogramOf([
    { share: 0.75, mean: 0, deviation: 1 },
    { share: 0.25, mean: 1, deviation: 1 },
  ]);
  mixed.forEach((share, at) => {
    expect(share).toBeCloseTo(0.75 * 0.1 + 0.25 * (scores(1)[at] ?? 0), 6);
  });
});

test("the stability index of two normals is near the square of their distance, and zero for the same", () => {
  expect(stabilityIndex(scores(0), scores(0))).toBe(0);
  // the divergence of Jeffreys of two normals is d^2; ten bins lose a little of it
  for (const d of [0.1, 0.3, 0.5]) {
    const index = stabilityIndex(scores(d), scores(0));
    expect(index).toBeLessThan(d ** 2);
    expect(index).toBeGreaterThan(0.9 * d ** 2);
  }
  expect(stabilityIndex([0.2, 0.8], [0.5, 0.5])).toBeCloseTo(-0.3 * Math.log(0.4) + 0.3 * Math.log(1.6), 12);
  expect(largestGap([0.2, 0.3, 0.5], [0.5, 0.3, 0.2])).toBeCloseTo(0.3, 12);
});

test("few scores make an unstable index by chance alone: nine degrees of freedom over the count", () => {
  const random = seededRandom(3);
  const draws = Array.from({ length: 2000 }, () => stabilityIndex(sampledHistogram(scores(0), 500, random), scores(0)));
  const mean = draws.reduce((sum, each) => sum + each, 0) / draws.length;
  expect((mean * 500) / 9).toBeCloseTo(1, 1);
});

test("half of a sudden change is known after the half time, and a slow one is known as it comes", () => {
  const sudden = { from: 100, lasts: 0 };
  expect([50, 100, 110, 120].map((newest) => changeLearned(newest, 10, sudden))).toEqual([0, 0, 0.5, 0.75]);
  const slow = { from: 100, lasts: 50 };
  const known = [100, 120, 150, 200, 1000].map((newest) => changeLearned(newest, 10, slow));
  expect(known).toEqual([...known].sort((a, b) => a - b));
  expect(known[0]).toBe(0);
  expect(known.at(-1)).toBeCloseTo(1, 9);
  // the closed form against a sum over what came in each small step
  const sum = Array.from({ length: 5000 }, (_, at) => 1 - 2 ** (-(150 - (100 + at / 100)) / 10)).reduce(
    (a, b) => a + b,
  );
  expect(known[2]).toBeCloseTo(sum / 5000, 2);
});
