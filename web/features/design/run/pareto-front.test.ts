import { expect, test } from "vitest";
import { front, paretoPoint } from "./pareto-front.ts";
import { aReport, aScenario } from "./report-fixture.ts";

test("the front holds the runs that no other beats in both", () => {
  const points = [
    { name: "a", dollarsPerMonth: 10, quality: 0.6 },
    { name: "b", dollarsPerMonth: 20, quality: 0.5 },
    { name: "c", dollarsPerMonth: 30, quality: 0.9 },
    { name: "d", dollarsPerMonth: 30, quality: 0.8 },
  ];
  expect(front(points, ({ quality }) => -quality).map(({ name }) => name)).toEqual(["a", "c"]);
});

test("a run is placed by its plain day, not by days of drift", () => {
  const report = aReport({ scenarios: [aScenario({ days: true, quality: 0.1 }), aScenario({ quality: 0.8 })] });
  expect(paretoPoint(report, { name: "run 1", kind: "run" })?.quality).toBe(0.8);
});
