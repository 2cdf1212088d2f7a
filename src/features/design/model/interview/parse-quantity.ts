import { SPELLED, spelledValue } from "../../../../shared/grader/rubric/spelled-numbers.ts";
import { convert, readUnit, type Unit, unitWord } from "./units.ts";

const MULTIPLIERS: Record<string, number> = {
  hundred: 1e2,
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mm: 1e6,
  mn: 1e6,
  mio: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  g: 1e9,
  billion: 1e9,
  t: 1e12,
  tn: 1e12,
  trillion: 1e12,
};
const NUMBER = /\d+(?:[,_' ]\d{3})+(?:\.\d+)?(?!\d)|\d+(?:[.,]\d+)?|\.\d+/;
const POWER = /^\s*(?:[x×*·]\s*10\s*(?:\^|\*\*)\s*|\^\s*|e(?=[+-]?\d))([+-]?\d+)/;
const RANGE = /^\s*(?:-|–|—|to|\.\.\.?|and|or)\s*(?=[\d.])/;

/** `bare`: nothing but digits stood there, neither a multiplier nor a unit. */
type Read = { value: number; unit: string; bare: boolean; rest: string };
// "180000" where thousands are asked for is meant in full.
const SURELY_IN_FULL = 1000;

/**
 * The number that a person typed, in the unit that was asked for: "5k", "3,000 QPS", "~12 GB", "40 ms", "two GPUs",
 * "3 to 4 TB" (its middle), "2 x 10^6". null where there is none, or where it measures something else.
 */
export function parseQuantity(typed: string, unit: string): number | null {
  const wanted = readUnit(unit);
  const text = typed
    .normalize("NFKC")
    .toLowerCase()
    .replace(SPELLED, (words) => ` ${spelledValue(words)} `);
  const first = readNumber(text, wanted);
  if (!first) return null;
  const range = RANGE.exec(first.rest);
  const second = range ? readNumber(first.rest.slice(range[0].length), wanted) : undefined;
  const low = inUnit(first.unit === "" && second ? { ...first, unit: second.unit } : first, wanted);
  const high = second ? inUnit(second, wanted) : low;
  if (low === null || high === null) return high;
  // "3-4k": the thousand stands for both
  return second && second.value / first.value >= 100 ? (low * shared(second, first) + high) / 2 : (low + high) / 2;
}

function shared(second: Read, first: Read): number {
  return 10 ** (3 * Math.floor(Math.log10(second.value / first.value) / 3));
}

function readNumber(text: string, wanted: Unit): Read | undefined {
  const found = NUMBER.exec(text);
  if (!found) return undefined;
  let value = digitsOf(found[0]);
  let rest = text.slice(found.index + found[0].length);
  const power = POWER.exec(rest);
  if (power) {
    const exponent = Number(power[1]);
    value = power[0].trim().startsWith("^") ? value ** exponent : value * 10 ** exponent;
    rest = rest.slice(power[0].length);
  }
  const multiplied = takeMultiplier(rest, wanted);
  const behind = /^\s*([^\d,;()]*)/.exec(multiplied.rest)?.[1] ?? "";
  const currency = /[$€]\s*$/.test(text.slice(0, found.index)) ? "$" : "";
  const unit = RANGE.test(multiplied.rest) ? "" : `${currency} ${behind}`.trim();
  return { value: value * multiplied.times, unit, bare: multiplied.times === 1, rest: multiplied.rest };
}

/** `k` and `million`; an `m` is minutes where time is asked for, a `g` gigabytes where bytes are. */
function takeMultiplier(rest: string, wanted: Unit): { times: number; rest: string } {
  const [whole = "", word = ""] = /^\s*([a-z]+)/.exec(rest) ?? [];
  if (word === "m" && wanted.dimension === "seconds") return { times: 1, rest: ` min${rest.slice(whole.length)}` };
  if (wanted.dimension === "bytes" && /^[kmgtpb]$/.test(word))
    return { times: 1, rest: ` ${word === "b" ? "bytes" : `${word}b`}${rest.slice(whole.length)}` };
  const singular = word.replace(/(illion|ousand|undred)s$/, "$1");
  if (unitWord(word) || !Object.hasOwn(MULTIPLIERS, singular)) return { times: 1, rest };
  return { times: MULTIPLIERS[singular] ?? 1, rest: rest.slice(whole.length) };
}

/** `3,000` is three thousand, `3,5` is three and a half. */
function digitsOf(text: string): number {
  if (/^\d+,\d{1,2}$/.test(text)) return Number(text.replace(",", "."));
  return Number(text.replaceAll(/[,_' ]/g, ""));
}

function inUnit({ value, unit, bare }: Read, wanted: Unit): number | null {
  const own = readUnit(unit);
  const scaled = wanted.scale > 1 && bare && value < SURELY_IN_FULL ? value * wanted.scale : value;
  return own.known ? (convert(scaled, own, wanted) ?? null) : scaled / wanted.scale;
}
