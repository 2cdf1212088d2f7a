import { expect, test } from "vitest";
import { aNode, anIncident, anObjective, aScenario } from "./report-fixture.ts";
import { chartsOf, latencyLimit } from "./scenario-charts.ts";
import type { World } from "./world.ts";

const world = { slo: { latency: 0.2, availability: 0.999 } } as World;
const series = {
  p50: [0.01, 0.02],
  p99: [0.04, 0.4],
  rate: [90, 100],
  failed: [0, 0.03],
  quality: [0.8, 0.7],
  cost: [900, 900],
};
const none = [null, null];
const titles = (given: Parameters<typeof aScenario>[0]) =>
  chartsOf(aScenario(given), [], world).map(({ title }) => title);

test("a scenario of minutes is told from latency on, one of days from quality on", () => {
  expect(titles({ series })[0]).toBe("Latency");
  expect(titles({ series, days: true })[0]).toBe("Quality of answers");
});

test("what was not measured has no chart", () => {
  const shown = titles({ series: { ...series, p50: none, p99: none, rate: none, failed: none } });
  expect(shown).not.toContain("Latency");
  expect(shown).not.toContain("Requests answered a second");
});

test("the objective of the scenario is drawn, else that of the service", () => {
  const own = anObjective({ metric: "p99", target: { atMost: 0.05 } });
  const limit = (objectives: Parameters<typeof chartsOf>[1]) =>
    chartsOf(aScenario({ series }), objectives, world)[0]?.limit;
  expect(limit([own])).toEqual(latencyLimit(0.05));
  expect(limit([])).toEqual(latencyLimit(0.2));
});

test("a node has the same line in both charts of nodes, and no two share one", () => {
  const nodes = ["a", "b", "c", "d", "e", "f", "g"].map((id, at) =>
    aNode({
      id,
      utilisation: 0.9 - at / 10,
      queue: { mean: 1, max: at },
      series: { utilisation: [0, 0], queue: [at, at] },
    }),
  );
  const [, , , busy, waiting] = chartsOf(aScenario({ series, nodes }), [], world);
  const strokes = new Map(busy?.lines.map(({ name, stroke }) => [name, stroke]));
  const own = waiting?.lines ?? [];
  expect(own.filter(({ name }) => strokes.has(name)).every(({ name, stroke }) => strokes.get(name) === stroke)).toBe(
    true,
  );
  expect(new Set(own.map(({ stroke }) => stroke)).size).toBe(5);
});

test("failures and losses have a chart only where there were some", () => {
  expect(titles({ series })).toEqual(expect.arrayContaining(["Requests that failed", "Money lost a minute"]));
  const well = titles({ series: { ...series, failed: [0, 0], cost: [0, 0] } });
  expect(well).not.toContain("Requests that failed");
  expect(well).not.toContain("Money lost a minute");
});

test("losses are told by the minute, in days by the day", () => {
  const losses = (given: Parameters<typeof aScenario>[0]) =>
    chartsOf(aScenario({ series: { ...series, cost: [2, 0] }, ...given }), [], world).find(({ title }) =>
      title.startsWith("Money"),
    )?.lines[0]?.values;
  expect(losses({})).toEqual([120, 0]);
  expect(losses({ days: true, bin: 43_200 })).toEqual([4, 0]);
});

test("faults are bands with their names in every chart", () => {
  const charts = chartsOf(aScenario({ series, incidents: [anIncident()] }), [], world);
  expect(charts.every(({ clock }) => clock.bands[0]?.name === "Card-testing burst")).toBe(true);
});
