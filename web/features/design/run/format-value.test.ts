import { describe, expect, test } from "vitest";
import { formatAgainst, formatChange, formatMoment, formatValue } from "./format-value.ts";
import { anObjective } from "./report-fixture.ts";

describe("a value in its unit", () => {
  test.each([
    [0, "s", "0 s"],
    [0.0004, "s", "0.4 ms"],
    [0.012, "s", "12 ms"],
    [0.1842, "s", "184 ms"],
    [0.9997, "s", "1 s"],
    [1.44, "s", "1.4 s"],
    [84, "s", "84 s"],
    [130, "s", "2 min 10 s"],
    [900, "s", "15 min"],
    [1831, "s", "31 min"],
    [9000, "s", "2.5 h"],
    [1_036_800, "s", "12 d"],
    [0.61, "share", "61 %"],
    [0.0012, "share", "0.12 %"],
    [0.9995, "share", "99.95 %"],
    [0.9962, "share", "99.62 %"],
    [1, "share", "100 %"],
    [0, "share", "0 %"],
    [5230, "/s", "5.2k/s"],
    [61.3, "/s", "61/s"],
    [999_700, "/s", "1M/s"],
    [48_200, "USD/month", "$48,200 a month"],
    [1_250_000, "USD/month", "$1.25M a month"],
    [6_189_000_000, "USD", "$6.19B"],
    [4.2, "USD", "$4.20"],
    [0.0042, "USD", "$0.0042"],
    [-310, "USD", "−$310"],
    [1_234_567, "count", "1.2M"],
    [70_200_000_000, "count", "70B"],
    [73, "count", "73"],
  ] as const)("%d %s reads %s", (value, unit, text) => {
    expect(formatValue(value, unit)).toBe(text);
  });

  test("what was not measured is a dash", () => {
    expect(formatValue(null, "s")).toBe("–");
    expect(formatValue(Number.NaN, "share")).toBe("–");
  });
});

describe("a value beside its target", () => {
  test("shows as many digits as tell them apart", () => {
    expect(formatAgainst(anObjective({ value: 0.2004, target: { atMost: 0.2 } }))).toEqual({
      value: "200.4 ms",
      target: "at most 200 ms",
    });
    expect(formatAgainst(anObjective({ value: 0.99949, target: { atLeast: 0.9995 }, unit: "share" })).value).toBe(
      "99.949 %",
    );
  });
  test("that did not come is never, one that could not be had is not measured", () => {
    expect(formatAgainst(anObjective({ value: null, metric: "recovery" })).value).toBe("never");
    expect(formatAgainst(anObjective({ value: null, metric: "firstTokenP99" })).value).toBe("not measured");
  });
  test("is short where they differ anyway", () => {
    expect(formatAgainst(anObjective({ value: 0.0712, target: { atMost: 0.05 } })).value).toBe("71 ms");
  });
});

describe("a change", () => {
  test("has a sign, and shares change by points", () => {
    expect(formatChange(0.071, 0.048, "s")).toBe("−23 ms");
    expect(formatChange(0.61, 0.636, "share")).toBe("+2.6 points");
    expect(formatChange(48_200, 51_000, "USD/month")).toBe("+$2,800 a month");
  });
  test("too small to show is none", () => {
    expect(formatChange(0.07101, 0.07102, "s")).toBe("no change");
  });
});

test("moments read as a clock, or as days", () => {
  expect(formatMoment(380, "clock")).toBe("6:20");
  expect(formatMoment(3661.7, "clock")).toBe("1:01:01");
  expect(formatMoment(11 * 86_400, "days")).toBe("day 11");
  expect(formatMoment(1.5 * 86_400, "days")).toBe("day 1.5");
  expect(formatMoment(0, "days")).toBe("the start");
});
