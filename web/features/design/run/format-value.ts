import type { ObjectiveResult } from "../../../../src/features/design/model/run/report.ts";
import { unreachable } from "../../../../src/lib/unreachable.ts";
import { clockTime } from "../../../ui/stopwatch.ts";

/** Every figure of a run as people read it: two significant digits, never fewer digits than its whole part has. */

export type Unit = ObjectiveResult["unit"];

const DIGITS = 2;
const MOST_DIGITS = 6;
const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;
const NONE = "–";

const grouped = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });

/** Rounded to `digits` significant digits, but whole numbers stay whole; no trailing zeros. */
function rounded(value: number, digits: number): string {
  if (value === 0) return "0";
  const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(Math.abs(value))));
  return signed(String(Number(value.toFixed(Math.min(8, decimals)))));
}

const signed = (text: string): string => text.replace(/^-/, "−");

/** 0.012 is "12 ms", 1.4 "1.4 s", 130 "2 min 10 s", 172,800 "2 d". */
export function formatSeconds(seconds: number, digits = DIGITS): string {
  const size = Math.abs(seconds);
  if (size === 0) return "0 s";
  if (size < 0.9995) return `${rounded(1000 * seconds, digits)} ms`;
  if (size < 2 * MINUTE) return `${rounded(seconds, digits)} s`;
  if (size < 2 * HOUR) return inMinutes(Math.round(seconds), digits);
  if (size < 2 * DAY) return `${rounded(seconds / HOUR, digits)} h`;
  return `${rounded(seconds / DAY, digits)} d`;
}

function inMinutes(seconds: number, digits: number): string {
  const rest = seconds % MINUTE;
  const minutes = Math.trunc(seconds / MINUTE);
  if (rest === 0) return `${signed(String(minutes))} min`;
  if (digits === DIGITS && Math.abs(seconds) >= 10 * MINUTE)
    return `${signed(String(Math.round(seconds / MINUTE)))} min`;
  return `${signed(String(minutes))} min ${Math.abs(rest)} s`;
}

/** 0.61 is "61 %", 0.9995 "99.95 %", 0.0012 "0.12 %": near an end the distance to that end is what counts. */
export function formatShare(share: number, digits = DIGITS): string {
  const percent = 100 * share;
  const distance = Math.min(Math.abs(percent), Math.abs(100 - percent));
  const decimals = distance < 1e-9 ? 0 : Math.max(0, digits - 1 - Math.floor(Math.log10(distance)));
  return `${signed(String(Number(percent.toFixed(Math.min(decimals, 6)))))} %`;
}

/** 48,200 is "$48,200", 4.2 "$4.20", 0.0042 "$0.0042", 1,250,000 "$1.25M". */
export function formatDollars(dollars: number, digits = DIGITS): string {
  const sign = dollars < 0 ? "−" : "";
  const size = Math.abs(dollars);
  if (size >= 1e9) return `${sign}$${Number((size / 1e9).toFixed(digits))}B`;
  if (size >= 1e6) return `${sign}$${Number((size / 1e6).toFixed(digits))}M`;
  if (size >= 100) return `${sign}$${grouped.format(size)}`;
  if (size >= 1) return `${sign}$${size.toFixed(2).replace(/\.00$/, "")}`;
  return `${sign}$${rounded(size, digits)}`;
}

/** 5,230 is "5.2k", 1,234,567 "1.2M", 61.3 "61". */
export function formatCount(count: number, digits = DIGITS): string {
  const size = Math.abs(count);
  if (size >= 1e9) return `${rounded(count / 1e9, digits)}B`;
  if (size >= 999_500) return `${rounded(count / 1e6, digits)}M`;
  if (size >= 1000) return `${rounded(count / 1e3, digits)}k`;
  return rounded(count, digits);
}

export const formatRate = (perSecond: number, digits = DIGITS): string => `${formatCount(perSecond, digits)}/s`;

/** A value of a run in its unit; what was not measured is a dash. */
export function formatValue(value: number | null, unit: Unit, digits = DIGITS): string {
  if (value === null || !Number.isFinite(value)) return NONE;
  switch (unit) {
    case "s":
      return formatSeconds(value, digits);
    case "share":
      return formatShare(value, digits);
    case "USD":
      return formatDollars(value, digits);
    case "USD/month":
      return `${formatDollars(value, digits)} a month`;
    case "/s":
      return formatRate(value, digits);
    case "count":
      return formatCount(value, digits);
    default:
      return unreachable(unit);
  }
}

type Target = ObjectiveResult["target"];
export const limitOf = (target: Target): number => ("atMost" in target ? target.atMost : target.atLeast);

/** What a missing value means for a time that was waited for. */
const NEVER = new Set<ObjectiveResult["metric"]>(["recovery", "detection"]);

/** A value beside its target, with as many digits as it takes to tell them apart: 200.4 ms against 200 ms. */
export function formatAgainst({ value, target, unit, metric }: ObjectiveResult) {
  const limit = limitOf(target);
  const words = `at ${"atMost" in target ? "most" : "least"} ${formatValue(limit, unit, 3)}`;
  if (value === null) return { value: NEVER.has(metric) ? "never" : "not measured", target: words };
  if (value === limit) return { value: formatValue(value, unit, 3), target: words };
  for (let digits = DIGITS; digits < MOST_DIGITS; digits++) {
    const text = formatValue(value, unit, digits);
    if (text !== formatValue(limit, unit, digits)) return { value: text, target: words };
  }
  return { value: formatValue(value, unit, MOST_DIGITS), target: words };
}

/** "+12 ms", "−2.1 points" (of a share), "no change" where it would read as zero. */
export function formatChange(before: number | null, after: number | null, unit: Unit): string {
  if (before === null || after === null) return before === after ? "no change" : NONE;
  if (formatValue(before, unit, 3) === formatValue(after, unit, 3)) return "no change";
  const change = after - before;
  const size = unit === "share" ? `${rounded(100 * Math.abs(change), DIGITS)} points` : sizeOf(change, unit);
  return `${change < 0 ? "−" : "+"}${size}`;
}

const sizeOf = (change: number, unit: Unit) => formatValue(Math.abs(change), unit);

/** A moment of a run: "6:20", or "day 1.5" where a run is about days; counted as the axis of a chart counts them. */
export function formatMoment(seconds: number, scale: "clock" | "days"): string {
  if (scale === "days") return seconds === 0 ? "the start" : `day ${Number((seconds / DAY).toFixed(1))}`;
  return clockTime(seconds);
}
