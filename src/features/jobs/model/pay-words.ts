import type { Interval, Pay } from "../schema.ts";

type Told = Pick<Pay, "min" | "max" | "currency" | "interval">;

/** "USD 180,000 – 240,000 a year", "GBP up to 95,000, interval not said". */
export function payText({ min, max, currency, interval }: Told): string {
  return `${currency} ${spanText({ min, max })}${intervalText(interval)}`;
}

/** "180,000 – 240,000", "from 180,000", "up to 240,000". */
export function spanText({ min, max }: Pick<Pay, "min" | "max">): string {
  if (min === null) return max === null ? "not said" : `up to ${figure(max)}`;
  if (max === null) return `from ${figure(min)}`;
  return min === max ? figure(min) : `${figure(min)} – ${figure(max)}`;
}

export function intervalText(interval: Interval | null): string {
  return interval === null ? ", interval not said" : ` ${interval === "hour" ? "an" : "a"} ${interval}`;
}

function figure(amount: number): string {
  return amount.toLocaleString("en-US", { maximumFractionDigits: 2 });
}
