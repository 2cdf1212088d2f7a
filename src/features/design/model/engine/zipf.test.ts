import { expect, test } from "vitest";
import { RandomStream } from "./random-stream.ts";
import { ZipfKeys } from "./zipf.ts";

const DRAWS = 300_000;

test.each([0, 0.5, 0.9, 1, 1.4, 2])("keys of exponent %d come as often as they should", (exponent) => {
  const count = 50;
  const keys = new ZipfKeys(count, exponent);
  const random = new RandomStream(1, `zipf ${exponent}`);
  const seen = new Array<number>(count).fill(0);
  for (let at = 0; at < DRAWS; at++) {
    const key = keys.draw(random);
    seen[key] = (seen[key] ?? 0) + 1;
  }
  const weights = seen.map((_, rank) => (rank + 1) ** -exponent);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const chi = seen.reduce((sum, times, rank) => {
    const expected = (DRAWS * (weights[rank] ?? 0)) / all;
    return sum + (times - expected) ** 2 / expected;
  }, 0);
  // 49 degrees of freedom
  expect(chi).toBeLessThan(49 + 4 * Math.sqrt(98));
});

test("one key is always that key, and many keys stay within their number", () => {
  const random = new RandomStream(1, "few and many");
  expect(new ZipfKeys(1, 1).draw(random)).toBe(0);
  const many = new ZipfKeys(20_000_000, 0.8);
  const drawn = Array.from({ length: 10_000 }, () => many.draw(random));
  expect(drawn.every((key) => Number.isInteger(key) && key >= 0 && key < 20_000_000)).toBe(true);
  expect(Math.max(...drawn)).toBeGreaterThan(15_000_000);
});
