/** What a written unit measures: `TB/day` is bytes, and a day below the stroke; `million/s` has a scale of its own. */
export type Unit = { dimension: Dimension; factor: number; perSeconds: number | null; scale: number };
type Core = Pick<Unit, "dimension" | "factor">;
type Dimension = "bytes" | "seconds" | "count" | "money" | "share";

const DAY = 86_400;
const MONTH = 30 * DAY;

const bytes = (factor: number) => ({ dimension: "bytes" as const, factor });
const seconds = (factor: number) => ({ dimension: "seconds" as const, factor });
const count = (factor = 1) => ({ dimension: "count" as const, factor });
const money = { dimension: "money" as const, factor: 1 };

const CORES: Record<string, Core> = {
  ...both(["byte", "bytes"], bytes(1)),
  ...both(["kb", "kilobyte", "kilobytes"], bytes(1e3)),
  ...both(["mb", "megabyte", "megabytes"], bytes(1e6)),
  ...both(["gb", "gigabyte", "gigabytes", "gig", "gigs"], bytes(1e9)),
  ...both(["tb", "terabyte", "terabytes"], bytes(1e12)),
  ...both(["pb", "petabyte", "petabytes"], bytes(1e15)),
  ...both(["kib"], bytes(2 ** 10)),
  ...both(["mib"], bytes(2 ** 20)),
  ...both(["gib"], bytes(2 ** 30)),
  ...both(["tib"], bytes(2 ** 40)),
  ...both(["us", "µs", "μs", "microseconds"], seconds(1e-6)),
  ...both(["ms", "msec", "millis", "millisecond", "milliseconds"], seconds(1e-3)),
  ...both(["s", "sec", "secs", "second", "seconds"], seconds(1)),
  ...both(["min", "mins", "minute", "minutes"], seconds(60)),
  ...both(["h", "hr", "hrs", "hour", "hours"], seconds(3600)),
  ...both(["d", "day", "days"], seconds(DAY)),
  ...both(["week", "weeks"], seconds(7 * DAY)),
  ...both(["month", "months"], seconds(MONTH)),
  ...both(["usd", "dollar", "dollars", "$", "eur", "€", "bucks"], money),
  ...both(["%", "percent", "pct"], { dimension: "share", factor: 0.01 }),
  ...both(["share", "fraction"], { dimension: "share", factor: 1 }),
};

const SCALES: Record<string, number> = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };
const PER_SECOND = new Set(["qps", "rps", "tps", "iops", "ops", "hz", "eps", "mps"]);

function both<T>(names: string[], unit: T): Record<string, T> {
  return Object.fromEntries(names.map((name) => [name, unit]));
}

/** The unit that a word is, alone; undefined for a word that is none (`GPUs`). */
export function unitWord(word: string): Core | undefined {
  return Object.hasOwn(CORES, word) ? CORES[word] : undefined;
}

/** Reads a unit with what may stand below its stroke: `ms`, `GB`, `requests/s`, `USD per month`, `GPUs`. */
export function readUnit(text: string): Unit & { known: boolean } {
  const lower = text.trim().toLowerCase();
  const [, above = "", below] = /^([^/]*?)(?:\s*(?:\/|\bper\b|\ban?\b|\beach\b|\bevery\b)\s*(.+))?$/.exec(lower) ?? [];
  const words = above.split(/\s+/).filter(Boolean);
  if (words.some((word) => PER_SECOND.has(word))) return { ...count(), perSeconds: 1, scale: 1, known: true };
  const core = words.map(unitWord).find((unit) => unit !== undefined);
  const { dimension, factor } = core ?? count();
  const scale = words.reduce((product, word) => product * (SCALES[word] ?? 1), 1);
  const perSeconds = below === undefined ? adverbOf(words) : periodOf(below);
  return { dimension, factor: factor * scale, perSeconds, scale, known: core !== undefined || perSeconds !== null };
}

function periodOf(text: string): number | null {
  const unit = unitWord(text.split(/\s+/)[0] ?? "");
  if (unit?.dimension === "seconds") return unit.factor;
  return /^mo\b/.test(text) ? MONTH : /^(yr|year)/.test(text) ? 365 * DAY : null;
}

function adverbOf(words: string[]): number | null {
  if (words.includes("monthly")) return MONTH;
  if (words.includes("daily")) return DAY;
  return words.includes("hourly") ? 3600 : null;
}

/** A figure of one unit in another; undefined where they do not measure the same. */
export function convert(value: number, from: Unit, to: Unit): number | undefined {
  if (from.dimension !== to.dimension) return undefined;
  const period = from.perSeconds !== null && to.perSeconds !== null ? to.perSeconds / from.perSeconds : 1;
  return (value * from.factor * period) / to.factor;
}
