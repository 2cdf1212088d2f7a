import type { Series } from "../../../../../src/features/design/model/run/report.ts";
import type { Unit } from "../format-value.ts";

/** What a chart over time is made of. Times are seconds from the start of the scenario. */

type Band = { from: number; to: number | null; name: string };

/** The time that all charts of a scenario share. */
export type Clock = {
  bin: number;
  lasts: number;
  warmUp: number;
  scale: "clock" | "days";
  bands: readonly Band[];
  /** Room kept for rows of names of bands that may still come. */
  leastRows?: number;
};

/** Colour and dashes together, so that lines differ for every eye. */
export type Stroke = { colour: string; width: number; dash?: string };

export type ChartLine = {
  name: string;
  values: Series;
  stroke: Stroke;
  /** Shown beside the name while no moment is pointed at. */
  summary?: string;
};

export type Limit = { value: number; side: "atMost" | "atLeast"; name: string };

export type TimeChartData = {
  title: string;
  unit: Unit;
  lines: readonly ChartLine[];
  clock: Clock;
  limit?: Limit | undefined;
};

export const MAIN: Stroke = { colour: "var(--accent)", width: 2 };
export const QUIET: Stroke = { colour: "var(--ink-3)", width: 1.5, dash: "5 3" };
export const BAD: Stroke = { colour: "var(--fail)", width: 2, dash: "2 3" };
export const EARLIER: Stroke = { colour: "var(--ink-2)", width: 1.5, dash: "5 3" };

/** For lines that are equals, such as nodes: more than these cannot be told apart. */
export const MANY_STROKES: readonly Stroke[] = [
  MAIN,
  { colour: "var(--part)", width: 2, dash: "7 3" },
  { colour: "var(--pass)", width: 2, dash: "2 3" },
  { colour: "var(--ink-2)", width: 1.5, dash: "9 3 2 3" },
  { colour: "var(--ink-3)", width: 1.5, dash: "1 4" },
];

/** The bin in which a moment lies. */
export const binAt = (moment: number, { bin, lasts }: Clock): number =>
  Math.max(0, Math.min(Math.ceil(lasts / bin) - 1, Math.floor(moment / bin)));

/** A bin is drawn at its middle. */
export const middleOf = (at: number, { bin }: Clock): number => (at + 0.5) * bin;
