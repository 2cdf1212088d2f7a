import type { ClaimUnit } from "./claim.ts";
import type { Metric } from "./metric-table.ts";
import { isCalled } from "./metrics.ts";

export type Measured = {
  /** Undefined where nothing but digits stands there. */
  unit: ClaimUnit | undefined;
  kind: "level" | "change";
  value: number;
  noun: string | undefined;
  /** Whether it is told with where it started. */
  moved: boolean;
};

const NEVER_CHANGES_BY_SHARE = new Set(["team size", "GPA", "rank"]);
const HOUR = 3600;
const DAY = 24 * HOUR;
/** Three months are no latency, whatever stands beside them. */
const LONGEST_SECONDS: Record<string, number> = {
  latency: HOUR,
  "training time": 90 * DAY,
  "build time": 90 * DAY,
  engagement: DAY,
  downtime: 30 * DAY,
};
const BOUND = 100;
/** "Join 40,000 developers" is no team. */
const LARGEST_TEAM = 2000;

/** Whether a metric can be measured so. */
export function fits(metric: Metric, { unit, kind, value, noun, moved }: Measured): boolean {
  if (kind === "change" && (unit === "share" || unit === "points" || unit === "ratio"))
    return !NEVER_CHANGES_BY_SHARE.has(metric.name);
  if (unit === undefined)
    return metric.bare === "share" ? Math.abs(value) <= BOUND : metric.bare !== undefined || moved;
  if (!metric.units.includes(unit)) return false;
  if (metric.name === "team size" && value > LARGEST_TEAM) return false;
  if (noun !== undefined && metric.name !== "throughput") return isCalled(metric, noun);
  return unit !== "seconds" || value <= (LONGEST_SECONDS[metric.name] ?? Number.POSITIVE_INFINITY);
}
