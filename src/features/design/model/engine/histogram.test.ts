import { expect, test } from "vitest";
import { seededRandom } from "../../../../lib/random.ts";
import { Histogram } from "./histogram.ts";

test("quantiles are within 0.4 % over nine orders of magnitude; mean and maximum are exact", () => {
  const random = seededRandom(5);
  const values = Array.from({ length: 50_000 }, () => 10 ** (random() * 9 - 5.5));
  const histogram = new Histogram();
  for (const value of values) histogram.record(value);
  const sorted = values.toSorted((a, b) => a - b);
  for (const share of [0.001, 0.01, 0.1, 0.5, 0.9, 0.99, 0.999, 1]) {
    const exact = sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
    expect(Math.abs(histogram.quantile(share) / exact - 1)).toBeLessThan(0.004);
  }
  expect(histogram.max).toBe(sorted.at(-1));
  expect(histogram.mean).toBeCloseTo(values.reduce((sum, value) => sum + value, 0) / values.length, 9);
});

test("no quantile exceeds the maximum, and nothing recorded is nothing", () => {
  const histogram = new Histogram();
  expect(histogram.latency()).toEqual({ mean: 0, p50: 0, p90: 0, p95: 0, p99: 0, p999: 0, max: 0 });
  histogram.record(0.010001);
  expect(histogram.quantile(0.999)).toBeLessThanOrEqual(0.010001);
  histogram.record(0);
  histogram.recordNothing();
  expect(histogram.quantile(0.5)).toBe(0);
  expect(histogram.positiveShare()).toBeCloseTo(1 / 3, 12);
});

test("adding two is as if all had been recorded in one; clearing forgets all", () => {
  const [one, other, both] = [new Histogram(), new Histogram(), new Histogram()];
  for (let at = 1; at <= 100; at++) {
    (at % 3 === 0 ? one : other).record(at / 7);
    both.record(at / 7);
  }
  one.add(other);
  expect(one.latency().p90).toBe(both.latency().p90);
  expect([one.count, one.max]).toEqual([100, 100 / 7]);
  one.clear();
  expect(one.latency()).toEqual(new Histogram().latency());
});

test("values beyond its range count at its ends", () => {
  const histogram = new Histogram();
  histogram.record(1e-9);
  histogram.record(1e6);
  expect(histogram.quantile(0.5)).toBe(0);
  expect(histogram.quantile(1)).toBeGreaterThan(16_000);
});
