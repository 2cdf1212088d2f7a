import { unreachable } from "../../../../lib/unreachable.ts";
import type { ParameterKind, ParameterValue, TimeDistribution } from "../components/spec.ts";
import { COUNT_UNITS, readQuantity, SECONDS, SIZE_UNITS } from "./units.ts";

/** A value as one would write it in a design; read again it is the same value. */
export function formatValue(kind: ParameterKind, value: ParameterValue): string {
  if (typeof value === "string") return value;
  if (typeof value === "object") return formatTime(value);
  switch (kind) {
    case "duration":
    case "time":
      return formatDuration(value);
    case "count":
      return withUnit(value, ["M", "k", ""], COUNT_UNITS);
    case "rate":
      return `${withUnit(value, ["M", "k", ""], COUNT_UNITS)}/s`;
    case "bytes":
      return withUnit(value, ["TB", "GB", "MB", "kB", "B"], SIZE_UNITS);
    case "share":
      return readQuantity(`${short(value * 100)}%`, { "%": 0.01 })?.value === value
        ? `${short(value * 100)}%`
        : String(value);
    case "threshold":
    case "number":
    case "choice":
    case "hardware":
      return String(value);
    default:
      return unreachable(kind);
  }
}

export function formatDuration(seconds: number): string {
  return withUnit(seconds, ["d", "h", "m", "s", "ms", "us"], SECONDS);
}

function formatTime(time: TimeDistribution): string {
  switch (time.shape) {
    case "fixed":
      return `fixed(${formatDuration(time.mean)})`;
    case "exponential":
      return `exp(${formatDuration(time.mean)})`;
    case "erlang":
      return `erlang(${formatDuration(time.mean)}, ${time.stages})`;
    case "lognormal":
      return `lognormal(${formatDuration(time.median)}, ${time.sigma})`;
    case "hyperexponential":
      return `hyper(${formatDuration(time.mean)}, ${time.cv2})`;
    default:
      return unreachable(time);
  }
}

/** In the unit in which it is shortest, the largest of those; exact. */
function withUnit(value: number, units: readonly string[], sizes: Record<string, number>): string {
  if (value === 0) return units.includes("s") ? "0s" : "0";
  const written = units.flatMap((unit) => {
    const text = `${short(value / (sizes[unit] ?? 1))}${unit}`;
    return readQuantity(text, sizes)?.value === value ? [text] : [];
  });
  const whole = written.find((text) => /^-?\d{1,3}\D*$/.test(text));
  const [shortest] = written.sort((a, b) => a.length - b.length);
  return whole ?? shortest ?? `${value}${Object.hasOwn(sizes, "s") ? "s" : ""}`;
}

function short(value: number): string {
  return String(Number(value.toPrecision(12)));
}
