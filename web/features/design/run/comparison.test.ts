import { expect, test } from "vitest";
import { compareObjectives, sayComparison, sharedScenarios } from "./comparison.ts";
import { anObjective, aReport, aScenario } from "./report-fixture.ts";

const runOf = (...values: [id: string, value: number | null, met: boolean][]) =>
  aReport({ objectives: values.map(([id, value, met]) => anObjective({ id, value, met })) });

test("objectives that changed sides come first, broken before mended", () => {
  const before = runOf(["same", 0.04, true], ["mends", 0.09, false], ["breaks", 0.04, true]);
  const after = runOf(["same", 0.0401, true], ["mends", 0.03, true], ["breaks", 0.07, false]);
  const changes = compareObjectives(before, after);
  expect(changes.map(({ after: { id }, change }) => `${id} ${change}`)).toEqual([
    "breaks broken",
    "mends mended",
    "same same",
  ]);
  expect(sayComparison(changes)).toBe("1 mended, 1 broken");
});

test("better and worse follow the side of the target", () => {
  const quality = (value: number) =>
    aReport({ objectives: [anObjective({ id: "quality", value, target: { atLeast: 0.7 }, unit: "share" })] });
  expect(compareObjectives(quality(0.75), quality(0.82))[0]?.change).toBe("better");
  expect(compareObjectives(runOf(["p99", 0.02, true]), runOf(["p99", 0.03, true]))[0]?.change).toBe("worse");
});

test("a run without an earlier value of an objective, or one not measured, changes nothing", () => {
  expect(compareObjectives(runOf(), runOf(["p99", 0.02, true]))[0]?.change).toBe("same");
  expect(sayComparison(compareObjectives(runOf(["p99", null, false]), runOf(["p99", 0.1, false])))).toBe(
    "The same objectives hold",
  );
});

test("only scenarios of both runs are compared", () => {
  const before = aReport({ scenarios: [aScenario({ id: "plain" })] });
  const after = aReport({ scenarios: [aScenario({ id: "peak" }), aScenario({ id: "plain" })] });
  expect(sharedScenarios(before, after).map(({ after: { id } }) => id)).toEqual(["plain"]);
});
