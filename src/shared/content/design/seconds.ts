import { z } from "zod";

const UNITS: Record<string, number> = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400 };

/** A duration as one writes it (`90s`, `5m`, `75d`) or a number of seconds; seconds after parsing. */
export const Seconds = z
  .union([z.number().min(0), z.string().regex(/^\d+(\.\d+)?(ms|s|m|h|d)$/, "is no duration: write 90s, 5m, 2h or 30d")])
  .transform((written) => (typeof written === "number" ? written : secondsOf(written)));

function secondsOf(text: string): number {
  const [, count = "0", unit = "s"] = /^([\d.]+)([a-z]+)$/.exec(text) ?? [];
  return Number(count) * (UNITS[unit] ?? 1);
}
