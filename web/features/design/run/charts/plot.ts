import { scaleLinear, scaleLog } from "d3-scale";
import type { Series } from "../../../../../src/features/design/model/run/report.ts";
import { formatValue } from "../format-value.ts";
import { type Clock, middleOf, type TimeChartData } from "./chart.ts";
import { bandLabels, type Placed } from "./place-labels.ts";
import { type Point, simplify } from "./simplify.ts";
import { timeTicks } from "./time-ticks.ts";

/** Where everything of a chart over time lies, in pixels. */

type Frame = { left: number; right: number; top: number; bottom: number };
export type Plot = {
  width: number;
  height: number;
  frame: Frame;
  x: (seconds: number) => number;
  y: (value: number) => number;
  scale: "linear" | "log";
  xTicks: { at: number; label: string }[];
  yTicks: { at: number; label: string }[];
  bands: { from: number; to: number }[];
  names: Placed[];
  paths: string[];
  /** Lines are named at their end; a narrow chart has a legend below instead. */
  naming: "direct" | "legend";
};

const WIDE_FROM = 520;
/** Height of a row of names of bands. */
export const ROW = 14;
/** The same for all charts, so that a moment stands at the same place in those above each other. */
const LEFT = 62;
const RIGHT = { direct: 152, legend: 10 };
const LOG_FROM = 20; // times between the middle and the highest value of a line: a straight scale would show a flat line and a spike

/** `body` is the height without the rows of names, so that charts with names keep their room. */
export function plotOf(data: TimeChartData, { width, body }: { width: number; body: number }): Plot {
  const { clock, lines } = data;
  const value = valueScale(data);
  const tickTexts = value.ticks.map((tick) => formatValue(tick, data.unit, 3));
  const naming = width >= WIDE_FROM ? "direct" : "legend";
  const left = LEFT;
  const right = width - RIGHT[naming];
  const x = scaleLinear([0, clock.lasts], [left, right]);
  const names = bandLabels(
    clock.bands.map(({ from, name }) => ({ x: x(from), name })),
    { left, right },
  );
  const rows = Math.max(clock.leastRows ?? 0, ...names.map(({ row }) => row + 1));
  const height = body + rows * ROW;
  const frame: Frame = { left, right, top: 8 + rows * ROW, bottom: height - 24 };
  const y = value.place([frame.bottom, frame.top]);
  return {
    width,
    height,
    frame,
    x,
    y,
    scale: value.kind,
    xTicks: timeTicks(clock, (right - left) / 76).map(({ at, label }) => ({ at: x(at), label })),
    yTicks: value.ticks.map((tick, at) => ({ at: y(tick), label: tickTexts[at] ?? "" })),
    bands: clock.bands.map(({ from, to }) => ({ from: x(from), to: x(Math.min(to ?? clock.lasts, clock.lasts)) })),
    names,
    paths: lines.map(({ values }) => pathOf(simplify(values, Math.max(80, (right - left) / 2)), { clock, x, y })),
    naming,
  };
}

type Placing = { clock: Clock; x: (seconds: number) => number; y: (value: number) => number };

function pathOf(stretches: readonly Point[][], { clock, x, y }: Placing): string {
  const place = ({ at, value }: Point) => `${x(middleOf(at, clock)).toFixed(1)} ${y(value).toFixed(1)}`;
  // a stretch of one point is a line of no length: round caps make it a dot
  return stretches.map((points) => `M${points.map(place).join("L")}${points.length === 1 ? "h0" : ""}`).join("");
}

type ValueScale = {
  kind: "linear" | "log";
  ticks: number[];
  place: (range: [number, number]) => (value: number) => number;
};

function valueScale({ lines, unit, limit }: TimeChartData): ValueScale {
  const measured = lines.flatMap(({ values }) => values.filter((value) => value !== null));
  const highest = Math.max(...measured, limit?.value ?? 0) || 1;
  if (unit === "s" && lines.some(({ values }) => isSpiked(values)))
    return logScale(Math.min(...measured.filter((value) => value > 0)), highest);
  if (unit === "share") return shareScale(measured, limit?.value);
  const scale = scaleLinear([0, highest * 1.04], [0, 1]).nice(4);
  return linear(scale.domain() as [number, number]);
}

function isSpiked(values: Series): boolean {
  const sorted = values.filter((value) => value !== null && value > 0).sort((a, b) => Number(a) - Number(b));
  return Number(sorted.at(-1)) > LOG_FROM * Number(sorted[Math.floor(sorted.length / 2)]);
}

/** Shares from 0 to 1, but quality that never falls below a half is shown from there, on a scale that says so. */
function shareScale(measured: readonly number[], limit: number | undefined): ValueScale {
  const lowest = Math.min(1, ...measured, limit ?? 1);
  const highest = Math.max(0, ...measured, limit ?? 0);
  if (lowest > 0.55) return linear([Math.floor(lowest * 10 - 0.5) / 10, 1]);
  return linear(highest < 0.45 ? [0, highest * 1.1 || 0.1] : [0, 1]);
}

function linear(domain: [number, number]): ValueScale {
  const ticks = scaleLinear(domain, [0, 1]).ticks(4);
  return { kind: "linear", ticks, place: (range) => scaleLinear(domain, range) };
}

function logScale(low: number, high: number): ValueScale {
  const domain: [number, number] = [10 ** Math.floor(Math.log10(low)), high * 1.2];
  const ticks = scaleLog(domain, [0, 1])
    .ticks(4)
    .filter((tick) => Math.abs(Math.log10(tick) - Math.round(Math.log10(tick))) < 1e-9);
  // nothing is drawn below the first tick: zero has no place on such a scale
  return { kind: "log", ticks, place: (range) => scaleLog(domain, range).clamp(true) };
}
