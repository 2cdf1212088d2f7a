import { describe, expect, test } from "vitest";
import type { Growth } from "../types.ts";
import { compact, growthCurve, measuredOrder, targetCosts } from "./growth-curve.ts";

const growth = (rest: Partial<Growth> = {}): Growth => ({
  name: "grows",
  atMost: "n",
  sizes: [1_000, 10_000, 100_000],
  seconds: [0.001, 0.01, 0.1],
  exponent: 1,
  measure: "time",
  ...rest,
});
const frame = { left: 0, right: 100, top: 0, bottom: 100 };

describe("the target", () => {
  test("begins where the solution begins and grows by its order", () => {
    expect(targetCosts(growth({ atMost: "n^2" }))).toEqual([0.001, 0.1, 10]);
    expect(targetCosts(growth({ atMost: "1" }))).toEqual([0.001, 0.001, 0.001]);
  });
  test("is left out for an order that is not known", () => expect(targetCosts(growth({ atMost: "n k" }))).toEqual([]));
});

describe("the plot", () => {
  test("draws an order as a straight line from corner to corner", () => {
    const { measured } = growthCurve(growth(), frame);
    expect(measured.map(({ x, y }) => [Math.round(x), Math.round(y)])).toEqual([
      [0, 100],
      [50, 50],
      [100, 0],
    ]);
  });
  test("keeps a solution far over the target inside the frame, with the target below it", () => {
    const { measured, target } = growthCurve(growth({ seconds: [0.001, 0.1, 10] }), frame);
    expect(measured.at(-1)?.y).toBeCloseTo(0);
    expect(target.at(-1)?.y).toBeCloseTo(50);
  });
  test("names sizes and times as people do", () => {
    const { xTicks, yTicks } = growthCurve(growth(), frame);
    expect(xTicks.map(({ label }) => label)).toEqual(["1k", "10k", "100k"]);
    expect(yTicks.map(({ label }) => label)).toEqual(["1 ms", "10 ms", "100 ms"]);
  });
  test("survives a time too short to measure", () => {
    const { measured } = growthCurve(growth({ seconds: [0, 0, 0.1] }), frame);
    expect(measured.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
  });
});

test("sizes are compact, orders comparable", () => {
  expect([800, 20_000, 1_280_000].map(compact)).toEqual(["800", "20k", "1.3M"]);
  expect(measuredOrder(growth({ exponent: 1.987 }))).toBe("n^1.99");
});
