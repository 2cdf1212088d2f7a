import { formatCount } from "../../run/format-value.ts";

/** "130 million", "42.9 %", "ranker": an estimate, or what is right, in its unit. */
export function sayQuantity(value: number | string, unit: string): string {
  if (typeof value !== "number") return value;
  return `${formatCount(value, 3)} ${unit === "count" ? "" : unit}`.trim();
}
