import fc from "fast-check";
import { expect, test } from "vitest";
import { CATALOGUE } from "../components/catalogue.ts";
import type { ParameterKind } from "../components/spec.ts";
import { formatValue } from "./format-value.ts";
import { meanOf } from "./parse-time.ts";
import { parseValue } from "./parse-value.ts";

const read = (kind: ParameterKind, text: string, more: { min?: number; max?: number; choices?: string[] } = {}) => {
  const value = parseValue({ key: "key", kind, ...more }, text);
  return value.ok ? value.value : `${value.reason.message} ${value.reason.mend}`;
};

test.each([
  ["count", "5k", 5000],
  ["count", "1.5M", 1_500_000],
  ["count", "12_000", 12_000],
  ["duration", "8ms", 0.008],
  ["duration", "60 s", 60],
  ["duration", "5m", 300],
  ["duration", "75d", 6_480_000],
  ["duration", "daily", 86_400],
  ["duration", "0", 0],
  ["rate", "5k/s", 5000],
  ["rate", "200", 200],
  ["rate", "60/m", 1],
  ["bytes", "10GB", 1e10],
  ["bytes", "1GiB", 2 ** 30],
  ["share", "5%", 0.05],
  ["share", "70%", 0.7],
  ["threshold", "0.92", 0.92],
  ["number", "0.0005", 0.0005],
  ["hardware", "h100", "H100"],
] as const)("a %s of %s", (kind, text, value) => {
  expect(read(kind, text)).toBe(value);
});

test.each([
  ["exp(10ms)", { shape: "exponential", mean: 0.01 }, 0.01],
  ["10ms", { shape: "exponential", mean: 0.01 }, 0.01],
  ["fixed(1s)", { shape: "fixed", mean: 1 }, 1],
  ["Erlang(10ms, 4)", { shape: "erlang", mean: 0.01, stages: 4 }, 0.01],
  ["lognormal(10ms,0.5)", { shape: "lognormal", median: 0.01, sigma: 0.5 }, 0.01 * Math.exp(0.125)],
  ["hyper(10ms, 4)", { shape: "hyperexponential", mean: 0.01, cv2: 4 }, 0.01],
] as const)("a time of %s and its mean", (text, value, mean) => {
  expect(read("time", text)).toEqual(value);
  expect(meanOf(value)).toBe(mean);
});

test.each([
  ["count", "2.5", "is no whole number Write `key=3`."],
  ["count", "5m", "is a time: `m` is minutes Write `key=5M` for millions."],
  ["duration", "60", "has no unit of time Write `key=60s` or `key=60ms`."],
  ["share", "5", "is more than all Write `key=5%` if percent is meant."],
  ["rate", "fast", "is no rate Write `key=200/s` or `key=5k/s`."],
  ["time", "erlang(10ms)", "has not two arguments Write `key=erlang(10ms, 4)`."],
  ["time", "erlang(10ms, 1.5)", expect.stringContaining("whole number of stages")],
  ["time", "hyper(10ms, 0.5)", expect.stringContaining("between 1 and 1000")],
  ["time", "constructor(1s)", expect.stringContaining("is no distribution of times")],
  ["hardware", "constructor", expect.stringContaining("is no accelerator")],
] as const)("a %s of %s says what is wrong and what to write", (kind, text, said) => {
  expect(read(kind, text)).toEqual(said);
});

test("bounds are held, of times at their mean", () => {
  expect(read("count", "300", { min: 1, max: 256 })).toBe(
    "is beyond what makes sense for `key` Write a value between 1 and 256.",
  );
  expect(read("time", "2h", { min: 0, max: 3600 })).toContain("between 0s and 1h");
});

test("every default of the catalogue is a value of its kind, within its bounds", () => {
  for (const { type, parameters } of CATALOGUE)
    for (const parameter of parameters.filter((each) => each.default !== ""))
      expect([type, parameter.key, parseValue(parameter, parameter.default).ok]).toEqual([type, parameter.key, true]);
});

test("what is formatted is read as the same value", () => {
  const positive = fc.double({ min: 1e-7, max: 1e12, noNaN: true });
  fc.assert(
    fc.property(
      fc.constantFrom<ParameterKind>("duration", "rate", "bytes", "share", "number"),
      fc.oneof(
        positive,
        positive.map((value) => Number(value.toPrecision(3))),
        fc.nat(),
      ),
      (kind, value) => {
        expect(read(kind, formatValue(kind, kind === "share" ? value / 1e12 : value))).toBe(
          kind === "share" ? value / 1e12 : value,
        );
      },
    ),
  );
  expect([0.008, 90, 5400, 6_480_000, 0].map((value) => formatValue("duration", value))).toEqual([
    "8ms",
    "90s",
    "90m",
    "75d",
    "0s",
  ]);
  expect([5000, 1_500_000, 12].map((value) => formatValue("rate", value))).toEqual(["5k/s", "1.5M/s", "12/s"]);
  expect([0.05, 0.999, 0.123].map((value) => formatValue("share", value))).toEqual(["5%", "99.9%", "12.3%"]);
});

test("any text is a value or a fault", () => {
  const kinds = fc.constantFrom<ParameterKind>(
    "count",
    "number",
    "duration",
    "rate",
    "bytes",
    "share",
    "threshold",
    "choice",
    "hardware",
    "time",
  );
  fc.assert(
    fc.property(kinds, fc.string(), (kind, text) => {
      expect(read(kind, text)).toBeDefined();
    }),
  );
});
