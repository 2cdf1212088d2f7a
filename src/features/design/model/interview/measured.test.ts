import { expect, test } from "vitest";
import { tinyReport } from "../../../../../tests/support/tiny-report.ts";
import { parseDesign } from "../language/parse-design.ts";
import { measured } from "./measured.ts";

const { design } = parseDesign("gateway -> app:service{cpu=4 x6}\n");
const run = { report: tinyReport({ utilisation: 0.9 }), design };

test.each([
  ["throughput", "requests/s", 100],
  ["throughput", "million/day", 8.64],
  ["p99", "ms", 46],
  ["p99:loss", "s", 0.046],
  ["cost", "USD/month", 900],
  ["cost", "thousand USD/month", 0.9],
  ["utilisation:service", "%", 90],
  ["replicas:service", "machines", 6],
  ["replicas:ranker", "GPUs", null],
  ["dollars:service", "USD/month", 450],
  ["saturated", "", "service"],
  ["hit:cache", "%", null],
  ["nonsense", "", null],
])("%s in %j is %j", (name, unit, value) => {
  const shown = measured(run, name, unit);
  if (typeof value === "number") expect(shown).toBeCloseTo(value, 9);
  else expect(shown).toBe(value);
});
