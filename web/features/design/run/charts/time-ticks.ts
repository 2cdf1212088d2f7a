import { formatMoment } from "../format-value.ts";
import type { Clock } from "./chart.ts";

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, HOUR, 2 * HOUR, 6 * HOUR, 12 * HOUR].concat(
  [1, 2, 5, 7, 14, 30, 60, 90].map((days) => days * DAY),
);

/** Round moments, at most `most` of them, with their unit: "30 s", "5 min", "6 h", "day 15". */
export function timeTicks({ lasts, scale }: Pick<Clock, "lasts" | "scale">, most: number) {
  const finest = scale === "days" ? DAY : 1;
  const step = STEPS.find((each) => each >= finest && lasts / each <= most) ?? lasts / most;
  const count = Math.floor(lasts / step + 1e-9);
  return Array.from({ length: count + 1 }, (_, at) => at * step).map((at) => ({
    at,
    label: labelOf(at, { step, lasts, scale }),
  }));
}

type Ticks = Pick<Clock, "lasts" | "scale"> & { step: number };

function labelOf(at: number, { step, lasts, scale }: Ticks): string {
  if (scale === "days") return at === 0 ? "start" : `day ${Math.round(at / DAY)}`;
  if (at === 0) return "0";
  if (step >= HOUR) return `${Math.round(at / HOUR)} h`;
  if (step >= MINUTE) return `${Math.round(at / MINUTE)} min`;
  return lasts > 2 * MINUTE ? formatMoment(at, "clock") : `${Number(at.toFixed(1))} s`;
}
