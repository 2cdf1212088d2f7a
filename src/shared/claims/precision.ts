import type { Claim } from "./claim.ts";

/** How exactly a figure is meant, as it is written. */
type Precision = {
  /** The value of the last digit that was written, in the claim's own unit. */
  step: number;
  exact: boolean;
  /** "about one million" says a digit and no more. */
  round: boolean;
  bound: "at-least" | "at-most" | undefined;
};

// What is hedged, and hedged with a single digit.
const HEDGED_SHARE = 0.08;
const ROUND_SHARE = 0.15;
/** "5+ years" are seven too, and not ten. */
const BOUND = 1.5;

/** Whether two values agree within what the coarser of two claims says. */
export function near(a: Claim, b: Claim, [x, y]: readonly [number, number]): boolean {
  const difference = Math.abs(x - y);
  const larger = Math.max(Math.abs(x), Math.abs(y));
  if (difference <= larger * 1e-6) return true;
  const [ofA, ofB] = [precisionOf(a), precisionOf(b)];
  if (a.kind === "level" && b.kind === "level" && (within(ofA, x, y) || within(ofB, y, x))) return true;
  const hedge = ofA.exact && ofB.exact ? 0 : larger * (ofA.round || ofB.round ? ROUND_SHARE : HEDGED_SHARE);
  return difference <= Math.max(ofA.step / 2, ofB.step / 2, hedge) * 1.000001;
}

function within({ bound }: Precision, value: number, other: number): boolean {
  if (bound === "at-least") return other >= value && other <= value * BOUND;
  return bound === "at-most" && other <= value && other >= value / BOUND;
}

// A claim is compared with many others.
const known = new WeakMap<Claim, Precision>();

function precisionOf(claim: Claim): Precision {
  let found = known.get(claim);
  if (found === undefined) {
    found = readPrecision(claim);
    known.set(claim, found);
  }
  return found;
}

const HEDGED =
  /(?:about|around|roughly|approx|nearly|almost|over|more than|up to|some|~|≈|circa|ca\.|above|at least|less than|under|below|\+$)/iu;
const AT_LEAST = /(?:over|more than|at least|above|exceeding|>|≥)\s*[$€£]?$/iu;
const AT_MOST = /(?:under|less than|below|up to|at most|within|<|≤)\s*[$€£]?$/iu;
const NEAR_BEFORE = 14;

function readPrecision(claim: Claim): Precision {
  const { sentence, figure } = claim;
  const start = figure.start - sentence.start;
  const before = sentence.text.slice(Math.max(0, start - NEAR_BEFORE), start);
  const exact = !HEDGED.test(before) && !HEDGED.test(figure.text);
  const atLeast = figure.text.includes("+") || AT_LEAST.test(before);
  return {
    step: stepOf(claim),
    exact,
    round: !exact && (figure.text.match(/[1-9]/gu) ?? []).length <= 1,
    bound: atLeast ? "at-least" : AT_MOST.test(before) ? "at-most" : undefined,
  };
}

function stepOf({ figure, value, unit }: Claim): number {
  const written = figure.text
    .match(/\d[\d.,]*/gu)
    ?.at(-1)
    ?.replace(/[.,]$/u, "");
  if (written === undefined) return spelledStep(Math.abs(value), unit);
  const decimals = /[.](\d+)$/u.exec(written)?.[1]?.length ?? 0;
  const digits = Number(written.replaceAll(/[^\d.]/gu, "").replace(/\.(?=.*\.)/gu, ""));
  if (!Number.isFinite(digits) || digits === 0) return 0;
  const scale = Math.abs(unit === "points" ? digits : value) / digits;
  const zeros = decimals === 0 ? (/0+$/u.exec(written.replaceAll(",", ""))?.[0].length ?? 0) : 0;
  const roundness = zeros > 0 && unit !== "share" ? 10 ** Math.min(zeros, 2) : 1;
  const step = scale * 10 ** -decimals;
  // "100 ms" may be rounded to tens, and is not 140
  return Math.max(step, Math.min(step * roundness, Math.abs(value) / 10));
}

// Who says "one million" means 0.9 to 1.1; "seventy-eight percent" and "four" are meant to the last word.
function spelledStep(value: number, unit: Claim["unit"]): number {
  if (unit === "share") return 0.01;
  const magnitude = 10 ** Math.floor(Math.log10(Math.max(value, 1)));
  return value < 1000 ? 1 : magnitude * 0.2;
}
