/** Numbers with units, as one writes them. */

export type Quantity = { value: number; unit: string };
type Units = Record<string, number>;

export const SECONDS: Units = {
  us: 1e-6,
  µs: 1e-6,
  ms: 1e-3,
  s: 1,
  sec: 1,
  m: 60,
  min: 60,
  h: 3600,
  d: 86_400,
  w: 604_800,
};
/** Intervals that have a name, seconds. */
export const WORDS = new Map([
  ["hourly", 3600],
  ["daily", 86_400],
  ["weekly", 604_800],
]);
/** `M` is a million; `m` is left to minutes. */
export const COUNT_UNITS: Units = { "": 1, k: 1e3, K: 1e3, M: 1e6, G: 1e9, B: 1e9 };
export const RATE_UNITS: Units = Object.fromEntries(
  Object.entries(COUNT_UNITS).flatMap(([count, times]) =>
    [
      ["", 1],
      ["/s", 1],
      ["/sec", 1],
      ["/m", 1 / 60],
      ["/min", 1 / 60],
      ["/h", 1 / 3600],
      ["/d", 1 / 86_400],
    ].map(([per, share]) => [`${count}${per}`, times * Number(share)]),
  ),
);
export const SIZE_UNITS: Units = {
  "": 1,
  B: 1,
  kB: 1e3,
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  TB: 1e12,
  PB: 1e15,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
  TiB: 2 ** 40,
};

/** A number with one of these units, or undefined; spaces between them and `_` within a number are allowed. */
export function readQuantity(text: string, units: Units): Quantity | undefined {
  const [, digits = "", unit = ""] = /^(-?(?:\d[\d_]*)?(?:\.\d+)?(?:e[+-]?\d{1,3})?)\s*([^\d\s.].*)?$/.exec(text) ?? [];
  if (!/\d/.test(digits) || !Object.hasOwn(units, unit)) return undefined;
  const value = scaled(digits.replaceAll("_", ""), units[unit] ?? 1) + 0; // no -0
  return Number.isFinite(value) ? { value, unit } : undefined;
}

/** Powers of ten move the point instead of multiplying: `8ms` is 0.008 and `99.9%` is 0.999, to the last bit. */
function scaled(digits: string, unit: number): number {
  const power = Math.round(Math.log10(unit));
  const isPower = Math.abs(10 ** power / unit - 1) < 1e-12 && !/e/.test(digits);
  return isPower ? Number(`${digits}e${power}`) : Number(digits) * unit;
}
