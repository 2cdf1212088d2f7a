import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Belief, yearlyValue } from "./calculator.ts";
import { calculatorOf, calculators, exampleOf } from "./calculators.ts";
import { moneyText, percentText } from "./money-text.ts";
import { lineOf, sayValue } from "./tell-value.ts";
import { beliefFault, likelyValues, valueRange } from "./value-range.ts";

const certain = (values: Record<string, number>) =>
  Object.fromEntries(Object.entries(values).map(([id, at]) => [id, { low: at, likely: at, high: at }]));

function worthOf(id: string, values: Record<string, number>): number {
  const calculator = calculatorOf(id);
  if (!calculator) throw new Error(id);
  expect(Object.keys(values).sort()).toEqual(calculator.quantities.map((each) => each.id).sort());
  return yearlyValue(calculator, values);
}

describe("a calculator agrees with the sum done by hand", () => {
  test("fraud: 12 points of recall on 1,000 frauds a month at 100, 100 more honest refusals at 5", () => {
    const value = worthOf("fraud", {
      transactions: 1_000_000,
      fraudRate: 0.001,
      lossEach: 100,
      recallBefore: 0.7,
      recallAfter: 0.82,
      falseBefore: 0.001,
      falseAfter: 0.0011,
      costEach: 5,
    });
    expect(value).toBeCloseTo(12 * (1_000 * 0.12 * 100 - 999_000 * 0.0001 * 5), 6);
  });

  test("recommender: 2 % uplift of 3 % on a million sessions, half of it lasting", () => {
    const value = worthOf("recommender", {
      sessions: 1_000_000,
      conversion: 0.03,
      uplift: 0.02,
      orderValue: 50,
      margin: 0.2,
      persists: 0.5,
      shifted: 0,
      running: 1_000,
    });
    expect(value).toBeCloseTo(12 * 300 * 10 - 1_000, 6);
  });

  test("latency: 300 ms at 1 % a 100 ms", () => {
    const value = worthOf("latency", {
      before: 500,
      after: 200,
      sensitivity: 0.01,
      sessions: 100_000,
      conversion: 0.02,
      orderMargin: 10,
      running: 0,
    });
    expect(value).toBeCloseTo(12 * 60 * 10, 6);
  });

  test("moderation: reviews saved less model and errors", () => {
    const value = worthOf("moderation", {
      items: 1_000_000,
      reviewedBefore: 0.05,
      reviewedAfter: 0.02,
      reviewCost: 0.5,
      modelCost: 1,
      errorsAdded: 0.1,
      errorCost: 20,
    });
    expect(value).toBeCloseTo(12 * (30_000 * 0.5 - 1_000 - 100 * 20), 6);
  });

  test("tokens: input and output saved, one call in ten paid again", () => {
    const value = worthOf("tokens", {
      calls: 1_000_000,
      inputBefore: 3_000,
      inputAfter: 1_000,
      outputBefore: 500,
      outputAfter: 300,
      inputPrice: 1,
      outputPrice: 10,
      worse: 0.1,
      handCost: 0.01,
    });
    const after = 0.001 + 0.003;
    expect(value).toBeCloseTo(12e6 * (0.002 + 0.002 - 0.1 * (after + 0.01)), 4);
  });

  test("stock: z √L Δσ units held less", () => {
    const value = worthOf("stock", {
      products: 100,
      errorBefore: 50,
      errorAfter: 40,
      leadTime: 4,
      safetyFactor: 1.64,
      unitCost: 10,
      holding: 0.2,
      followed: 1,
    });
    expect(value).toBeCloseTo(100 * 1.64 * 2 * 10 * 10 * 0.2, 6);
  });

  test("time: 4 hours a week of 10 people, half of it used", () => {
    const value = worthOf("time-saved", {
      people: 10,
      before: 6,
      after: 2,
      hourCost: 60,
      used: 0.5,
      weeks: 45,
      running: 4_000,
    });
    expect(value).toBeCloseTo(10 * 4 * 45 * 30 - 4_000, 6);
  });
});

describe("the range", () => {
  test("is a point where nothing is uncertain", () => {
    const calculator = calculators[0];
    if (!calculator) throw new Error("none");
    const range = valueRange(calculator, certain(likelyValues(calculator, exampleOf(calculator))));
    expect(range.low).toBeCloseTo(range.likely, 6);
    expect(range.high).toBeCloseTo(range.likely, 6);
    expect(range.swings).toEqual([]);
  });

  test("holds a tenth of the draws outside each end: a triangle's own quantiles", () => {
    const calculator = calculatorOf("time-saved");
    if (!calculator) throw new Error("none");
    const only = {
      ...certain(likelyValues(calculator, exampleOf(calculator))),
      hourCost: { low: 0, likely: 0, high: 100 },
    };
    const { low, median, high } = valueRange(calculator, only);
    const at = (hourCost: number) => yearlyValue(calculator, { ...likelyValues(calculator, only), hourCost });
    // F⁻¹(u) = 100 (1 − √(1 − u)); a twentieth of the span is far beyond the error of 4,000 draws
    const span = at(100) - at(0);
    expect(Math.abs(low - at(100 * (1 - Math.sqrt(0.9))))).toBeLessThan(span / 20);
    expect(Math.abs(median - at(100 * (1 - Math.sqrt(0.5))))).toBeLessThan(span / 20);
    expect(Math.abs(high - at(100 * (1 - Math.sqrt(0.1))))).toBeLessThan(span / 20);
  });

  test("is the same for the same assumptions, in order, and names the quantity that moves it most", () => {
    for (const calculator of calculators) {
      const beliefs = exampleOf(calculator);
      const range = valueRange(calculator, beliefs);
      expect(valueRange(calculator, beliefs)).toEqual(range);
      expect(range.low).toBeLessThanOrEqual(range.median);
      expect(range.median).toBeLessThanOrEqual(range.high);
      const widths = range.swings.map(({ atLow, atHigh }) => Math.abs(atHigh - atLow));
      expect(widths).toEqual(widths.toSorted((a, b) => b - a));
      for (const quantity of calculator.quantities)
        expect(beliefFault(quantity, beliefs[quantity.id] as Belief), quantity.id).toBeUndefined();
    }
  });

  test("tells where the first assumption would make it nothing", () => {
    const calculator = calculatorOf("recommender");
    if (!calculator) throw new Error("none");
    const beliefs = exampleOf(calculator);
    const { breakEven } = valueRange(calculator, beliefs);
    if (!breakEven) throw new Error("none");
    const values = { ...likelyValues(calculator, beliefs), [breakEven.id]: breakEven.at };
    expect(yearlyValue(calculator, values)).toBeCloseTo(0, 0);
  });

  test("any beliefs in order give finite figures and words", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.constantFrom(...calculators),
        fc.array(share, { minLength: 27, maxLength: 27 }),
        (calculator, at) => {
          const beliefs = Object.fromEntries(
            calculator.quantities.map(({ id, least, most }, index) => {
              const ends = [0, 1, 2]
                .map((end) => least + (most - least) * (at[3 * index + end] ?? 0))
                .sort((a, b) => a - b);
              return [id, { low: ends[0] ?? 0, likely: ends[1] ?? 0, high: ends[2] ?? 0 }];
            }),
          );
          const range = valueRange(calculator, beliefs);
          const told = { calculator, beliefs, range, currency: "$" };
          expect([range.low, range.likely, range.high].every(Number.isFinite)).toBe(true);
          expect(`${lineOf(told)} ${sayValue(told)}`).not.toMatch(/NaN|undefined|Infinity/);
        },
      ),
      { numRuns: 40 },
    );
  });
});

test("a belief out of order or out of bounds is told of, not computed with", () => {
  const share = { unit: "share", least: 0, most: 1 };
  expect(beliefFault(share, { low: 0.3, likely: 0.2, high: 0.4 })).toContain("Low must not be above likely");
  expect(beliefFault(share, { low: 0, likely: 0.5, high: 1.2 })).toContain("0 % and 100 %");
  expect(beliefFault(share, { low: Number.NaN, likely: 0.5, high: 1 })).toContain("Three numbers");
});

test("sums are told with two digits, shares with as many as they can carry", () => {
  expect(moneyText(1_234_567, "$")).toBe("$1.2M");
  expect(moneyText(-45_400, "€")).toBe("−€45k");
  expect(moneyText(999_999, "$")).toBe("$1M");
  expect(moneyText(0.4, "$")).toBe("$0.4");
  expect(percentText(0.0036)).toBe("0.36 %");
  expect(percentText(0.83)).toBe("83 %");
});
