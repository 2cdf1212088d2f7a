import { expect, test } from "vitest";
import type { TimeDistribution } from "../components/spec.ts";
import { drawTime, meanTime, RandomStream } from "./random-stream.ts";

const COUNT = 200_000;

function moments(draw: () => number): { mean: number; variance: number } {
  let [sum, squares] = [0, 0];
  for (let at = 0; at < COUNT; at++) {
    const value = draw();
    sum += value;
    squares += value * value;
  }
  const mean = sum / COUNT;
  return { mean, variance: squares / COUNT - mean * mean };
}

test("numbers are uniform, one by one and in pairs", () => {
  const random = new RandomStream(1, "a stream");
  const cells = new Array<number>(256).fill(0);
  for (let at = 0; at < COUNT; at++) {
    const cell = Math.floor(random.next() * 16) * 16 + Math.floor(random.next() * 16);
    cells[cell] = (cells[cell] ?? 0) + 1;
  }
  const expected = COUNT / 256;
  const chi = cells.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  // 255 degrees of freedom: mean 255, standard deviation 22.6
  expect(Math.abs(chi - 255)).toBeLessThan(4 * 22.6);
});

test.each([
  ["two seeds", new RandomStream(1, "app"), new RandomStream(2, "app")],
  ["two names", new RandomStream(1, "app"), new RandomStream(1, "app2")],
])("streams of %s have nothing to do with each other", (_, one, other) => {
  let product = 0;
  for (let at = 0; at < COUNT; at++) product += (one.next() - 0.5) * (other.next() - 0.5);
  expect(Math.abs((product / COUNT) * 12)).toBeLessThan(4 / Math.sqrt(COUNT));
});

test("the same seed and name give the same numbers", () => {
  const draws = () => {
    const random = new RandomStream(7, "app");
    return Array.from({ length: 20 }, () => [
      random.next(),
      random.normal(),
      random.exponential(2),
      random.geometric(5),
    ]);
  };
  expect(draws()).toEqual(draws());
});

test.each<[TimeDistribution, number]>([
  [{ shape: "fixed", mean: 0.01 }, 0],
  [{ shape: "exponential", mean: 0.01 }, 1],
  [{ shape: "erlang", mean: 0.01, stages: 4 }, 1 / 4],
  [{ shape: "lognormal", median: 0.01, sigma: 0.5 }, Math.exp(0.25) - 1],
  [{ shape: "hyperexponential", mean: 0.01, cv2: 4 }, 4],
])("the mean and the spread of %o are what they should be", (time, cv2) => {
  const random = new RandomStream(3, "times");
  const { mean, variance } = moments(() => drawTime(time, random));
  expect(mean / meanTime(time)).toBeCloseTo(1, 1.7);
  expect(variance / mean ** 2).toBeCloseTo(cv2, cv2 > 1 ? 0 : 1.5);
});

test("normal, geometric and whole numbers have their moments", () => {
  const random = new RandomStream(4, "others");
  const normal = moments(() => random.normal());
  expect(normal.mean).toBeCloseTo(0, 1.7);
  expect(normal.variance).toBeCloseTo(1, 1.7);
  const geometric = moments(() => random.geometric(5));
  expect(geometric.mean / 5).toBeCloseTo(1, 1.7);
  // (1 - p) / p^2 with p = 1/5
  expect(geometric.variance / 20).toBeCloseTo(1, 1);
  expect(moments(() => random.geometric(1)).mean).toBe(1);
  expect(moments(() => random.below(7)).mean).toBeCloseTo(3, 1);
});
