import { expect, test } from "vitest";
import { didBreak } from "./did-break.ts";
import { anIncident, aScenario } from "./report-fixture.ts";
import type { World } from "./world.ts";

const world = { slo: { latency: 0.2, availability: 0.99 } } as World;
const scenario = (p99: number[], failed: number[]) =>
  aScenario({ bin: 60, lasts: 600, series: { p50: [], p99, rate: [], failed, quality: [], cost: [] } });
const incident = anIncident({ from: 60, to: 180, recoveredAfter: 0 });

test("a service that is back the moment its fault ends did break", () => {
  expect(didBreak(incident, scenario([0.1, 0.5, 0.1], [0, 0, 0]), world)).toBe(true);
  expect(didBreak(incident, scenario([0.1, 0.1, 0.1], [0, 0, 0.3]), world)).toBe(true);
});

test("what was bad before or after the fault is not laid to it", () => {
  expect(didBreak(incident, scenario([0.5, 0.1, 0.1, 0.5], [0, 0, 0.001, 0]), world)).toBe(false);
});

test("one that needed time to recover, or never did, broke", () => {
  expect(didBreak({ ...incident, recoveredAfter: 30 }, scenario([], []), world)).toBe(true);
  expect(didBreak({ ...incident, recoveredAfter: null }, scenario([], []), world)).toBe(true);
});
