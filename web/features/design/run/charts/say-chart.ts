import type { Series } from "../../../../../src/features/design/model/run/report.ts";
import { formatMoment, formatSeconds, formatValue } from "../format-value.ts";
import { type ChartLine, type Clock, middleOf, type TimeChartData } from "./chart.ts";

const MOST_LINES_TOLD = 3;

/** What a chart shows, as a sentence for those who do not see it. */
export function sayChart(data: TimeChartData): string {
  const told = data.lines.slice(0, MOST_LINES_TOLD).map((line) => sayLine(line, data));
  const bands = data.clock.bands.map(
    ({ name, from, to }) =>
      `${name} ${to === null ? "from" : "between"} ${formatMoment(from, data.clock.scale)}${to === null ? " to the end" : ` and ${formatMoment(to, data.clock.scale)}`}`,
  );
  return [`${data.title}: ${told.join("; ")}`, ...bands].join(". ");
}

function sayLine({ name, values }: ChartLine, data: TimeChartData): string {
  const { unit, clock, limit } = data;
  const points = values.flatMap((value, at) => (value === null ? [] : [{ at, value }]));
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return `${name} was not measured`;
  const extreme = points.reduce((worst, point) => (isWorse(point.value, worst.value, limit?.side) ? point : worst));
  const word = limit?.side === "atLeast" ? "lowest" : "highest";
  const when = formatMoment(middleOf(extreme.at, clock), clock.scale);
  const beyond = secondsBeyond(values, data);
  const says = `${name} from ${formatValue(first.value, unit)} to ${formatValue(last.value, unit)}, ${word} ${formatValue(extreme.value, unit)} at ${when}`;
  return beyond > 0 && limit ? `${says}, beyond ${limit.name} for ${formatSeconds(beyond)}` : says;
}

const isWorse = (value: number, than: number, side: "atMost" | "atLeast" | undefined) =>
  side === "atLeast" ? value < than : value > than;

function secondsBeyond(values: Series, { limit, clock }: { limit?: TimeChartData["limit"]; clock: Clock }): number {
  if (!limit) return 0;
  const beyond = values.filter((value) => value !== null && isWorse(value, limit.value, limit.side));
  return beyond.length * clock.bin;
}
