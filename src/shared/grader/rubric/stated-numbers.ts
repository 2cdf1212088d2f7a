import type { Span } from "../clauses.ts";
import { SPELLED, spelledValue } from "./spelled-numbers.ts";

/** A figure in an answer: every value that it may stand for, in its own unit (83 % may be 0.83 or 83). */
export type StatedNumber = { values: number[]; unit: string | undefined; span: Span; written: "digits" | "words" };

const BYTES: Record<string, number> = {
  b: 1,
  kb: 1e3,
  mb: 1e6,
  gb: 1e9,
  tb: 1e12,
  kib: 2 ** 10,
  mib: 2 ** 20,
  gib: 2 ** 30,
  tib: 2 ** 40,
};
const SPOKEN: Record<string, string> = {
  byte: "b",
  bytes: "b",
  kilobytes: "kb",
  megabytes: "mb",
  gigabytes: "gb",
  terabytes: "tb",
  gigs: "gb",
  gig: "gb",
};
const MULTIPLES: Record<string, number> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
  trillion: 1e12,
  mflops: 1e6,
  gflops: 1e9,
  tflops: 1e12,
  pflops: 1e15,
};
const PERCENT = /^(%|percent|per cent|percentage points?)$/;
const SUFFIX = /^\s*(%|percent\b|per cent\b|[kmgt]i?b\b|bytes?\b|(?:kilo|mega|giga|tera)bytes\b|gigs?\b)/i;
const NUMBER =
  /(?<![\p{L}\p{N}.])([-−]?\d{1,3}(?:[, \u202f]\d{3})+(?:\.\d+)?|[-−]?\d*\.?\d+)(?:e([+-]?\d+)|\s*(?:x|×|times)\s*10\s*(?:\^|to the(?: power(?: of)?)?)\s*([+-]?\d+))?\s*(%|percent\b|per cent\b|percentage points?\b|[kmgt]i?b\b|bytes?\b|(?:kilo|mega|giga|tera)bytes\b|gigs?\b|thousand\b|million\b|billion\b|trillion\b|bn\b|[mgtp]flops\b|[km]\b)?(?:\s*([kmgt]i?b|bytes?|(?:kilo|mega|giga|tera)bytes|gigs?)\b)?/giu;

/** Figures of a text, typed ("1.2e9", "83 %", "12,000", "4 GB") or dictated ("1.2 billion", "eighty-three percent"). */
export function statedNumbers(text: string): StatedNumber[] {
  const digits = readable(text, NUMBER).map(({ found, at }) => numberOf(at, found));
  const spelled = readable(text, SPELLED).map(({ found: [words], at }) => {
    const [, suffix = ""] = SUFFIX.exec(text.slice(at + words.length)) ?? [];
    const value = spelledValue(words);
    const percent = PERCENT.test(suffix.toLowerCase());
    const values = percent ? [value, value / 100] : [value];
    const span = { start: at, end: at + words.length, text: words };
    return { values, unit: unitOf(suffix.toLowerCase()), span, written: "words" as const };
  });
  return [...digits.flat(), ...spelled];
}

function readable(text: string, pattern: RegExp) {
  return [...text.matchAll(pattern)].map((found) => ({ found, at: found.index }));
}

function numberOf(at: number, [whole, digits = "", exponent, power, word, second]: RegExpExecArray): StatedNumber[] {
  const base = Number(digits.replace(/[, \u202f]/g, "").replace("−", "-")) * 10 ** Number(exponent ?? power ?? 0);
  if (!Number.isFinite(base)) return [];
  const suffix = word?.toLowerCase().replace(/\s+/g, " ");
  const times = MULTIPLES[suffix ?? ""] ?? 1;
  const unit = unitOf(suffix) ?? unitOf(second?.toLowerCase());
  const values = suffix !== undefined && PERCENT.test(suffix) ? [base, base / 100] : [base * times];
  const stated = whole.trimEnd();
  return [{ values, unit, span: { start: at, end: at + stated.length, text: stated }, written: "digits" }];
}

export type WantedNumber = { value: number; within: number; unit?: string | undefined };

/** The first place where an answer states a value, in `unit` where it has one; undefined where it does not. */
export function statementOf(numbers: readonly StatedNumber[], wanted: WantedNumber): Span | undefined {
  return statementsOf(numbers, wanted)[0];
}

/** All places where an answer states a value. */
export function statementsOf(numbers: readonly StatedNumber[], wanted: WantedNumber): Span[] {
  const near = (value: number) => Math.abs(value - wanted.value) <= wanted.within * Math.abs(wanted.value) + 1e-9;
  const scale = (unit: string | undefined) => BYTES[unit?.toLowerCase() ?? ""];
  const target = scale(wanted.unit);
  const stating = numbers.filter(({ values, unit, span, written }) => {
    const percent = values.length > 1;
    if (written === "words" && !percent && isLoose(span.text, wanted.value)) return false;
    const own = scale(unit);
    // who says GB may have counted in powers of two: the letter alone is taken as well
    const factors =
      target !== undefined && own !== undefined ? [own / target, letterScale(own) / letterScale(target)] : [1];
    return values.some((value) => factors.some((factor) => near(value * factor)));
  });
  return stating.map(({ span }) => span);
}

/** "one", and "two" where 2.04 is wanted, are said for many reasons. */
function isLoose(words: string, wanted: number): boolean {
  return /^an?$|^one$/i.test(words) || (!Number.isInteger(wanted) && wanted < 20 && !/point/i.test(words));
}

function letterScale(bytes: number): number {
  return 10 ** (3 * Math.round(Math.log10(bytes) / 3));
}

function unitOf(word: string | undefined): string | undefined {
  if (word === undefined) return undefined;
  const unit = SPOKEN[word] ?? word;
  return unit in BYTES ? unit : undefined;
}
