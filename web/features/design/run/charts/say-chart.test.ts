import { expect, test } from "vitest";
import { MAIN, type TimeChartData } from "./chart.ts";
import { sayChart } from "./say-chart.ts";
import { timeTicks } from "./time-ticks.ts";

const chart: TimeChartData = {
  title: "Latency",
  unit: "s",
  clock: { bin: 60, lasts: 300, warmUp: 0, scale: "clock", bands: [{ from: 60, to: 120, name: "Cache flush" }] },
  lines: [{ name: "p99", values: [0.04, 0.4, 0.2, null, 0.05], stroke: MAIN }],
  limit: { value: 0.1, side: "atMost", name: "objective 100 ms" },
};

test("a chart is told by its ends, its worst moment, its time beyond the objective and its faults", () => {
  expect(sayChart(chart)).toBe(
    "Latency: p99 from 40 ms to 50 ms, highest 400 ms at 1:30, beyond objective 100 ms for 2 min. Cache flush between 1:00 and 2:00",
  );
});

test("for a value that must be high the worst moment is the lowest", () => {
  const quality: TimeChartData = {
    ...chart,
    unit: "share",
    lines: [{ name: "quality", values: [0.9, 0.6, 0.8], stroke: MAIN }],
    limit: { value: 0.5, side: "atLeast", name: "objective 50 %" },
  };
  expect(sayChart(quality)).toContain("lowest 60 % at 1:30");
});

test("a line without a value says so", () => {
  expect(sayChart({ ...chart, lines: [{ name: "p99", values: [null], stroke: MAIN }] })).toContain(
    "p99 was not measured",
  );
});

test("ticks are round moments, few enough to be read", () => {
  expect(timeTicks({ lasts: 1200, scale: "clock" }, 5).map(({ label }) => label)).toEqual([
    "0",
    "5 min",
    "10 min",
    "15 min",
    "20 min",
  ]);
  expect(timeTicks({ lasts: 150, scale: "clock" }, 5).map(({ label }) => label)).toEqual([
    "0",
    "0:30",
    "1:00",
    "1:30",
    "2:00",
    "2:30",
  ]);
  expect(timeTicks({ lasts: 90 * 86_400, scale: "days" }, 4).map(({ label }) => label)).toEqual([
    "start",
    "day 30",
    "day 60",
    "day 90",
  ]);
});
