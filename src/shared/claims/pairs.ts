import type { ClaimUnit } from "./claim.ts";
import { type Quantity, wordsBefore } from "./quantity.ts";

/** One or two numbers that make one figure. */
export type Figure = {
  /** The number that opens it. */
  first: Quantity;
  start: number;
  end: number;
  quantity: Quantity;
  baseline: number | undefined;
  target: number | undefined;
};

const HEDGE =
  "(?:(?:about|around|roughly|approximately|nearly|almost|over|under|just|only|more than|less than|below|above|up|down|an?|the|~|≈|<|>)\\s*){0,3}";
const ARROW = /^\s*(?:\([^()]{0,24}\)\s*)?(?:→|⟶|➜|⇒|-+>|=+>|»)\s*(?:[~≈]\s*)?$/u;
const TO = new RegExp(
  `^(?:\\s*\\([^()]{0,24}\\))?(?:\\s+[\\p{L}-]+){0,4}?,?\\s*(?:(?:all the way|up|down|back)\\s+)?to\\s+${HEDGE}$`,
  "iu",
);
const CLOSE_TO = new RegExp(`^\\s*(?:to|-to-)\\s*${HEDGE}$`, "iu");
const FALLS_TO = /^\s*(?:\([^()]{0,24}\)\s*)?to\s+$/u;
const FROM_BEFORE = new RegExp(`(?<![\\p{L}])from\\s+(?:[\\p{L}-]+\\s+){0,3}?${HEDGE}$`, "iu");
const BACK =
  /^(?:\s+[\p{L}\d@-]+){0,3}?\s*[,(]?\s*(?:(?:[,(]\s*|(?:up|down|improved|reduced|increased|rising|starting)\s+|(?<=^\s*))from|was|vs\.?|versus|compared (?:to|with)|against|instead of|rather than)\s+(?:(?:the|an?|our|its|previous(?:ly)?|prior|old|original|initial|before|current|former|popularity|rules?|[\p{L}-]+)\s+){0,3}?(?:baseline\s*(?:of|at|:|with)?\s*)?(?:(?:of|at|about|around|roughly|~)\s*)?$/iu;
const BACK_TO_START = /^(?:\s+[\p{L}\d@/-]+){0,4}?\s*from\s+(?:[\p{L}-]+\s+){0,3}?$/iu;
// "dropped only 0.012 versus 0.085": two changes, no level and its baseline
const MOVED_ALONE =
  /(?<![\p{L}])(?:dropped|fell|rose|gained|lost|improved|increased|decreased)(?: only| just| about| roughly)?\s*$/iu;
const RANGE = /^\s*(?:[-–—]|to|\.\.)\s*$/u;
const BY = /(?<![\p{L}])by\s*\S*\s*$/iu;
const BETWEEN = /(?<![\p{L}])between\s+$/iu;
const MOVES =
  /(?<![\p{L}])(?:reduc|decreas|cut|lower|dropp|fell|increas|rais|rose|grew|boost|lift|improv|mov|climb|jump|went|going|brought|bring|took|taking|push|scal|expand|shr)\p{L}*(?:\s+[\p{L}\p{N}'’@-]+){0,5}\s*$/iu;

/** Joins "from 120 ms to 80 ms", "84 % (up from 71 %)", "10–15 %" into one figure each. */
export function figuresOf(quantities: readonly Quantity[], sentence: string): Figure[] {
  const figures: Figure[] = [];
  for (let at = 0; at < quantities.length; at++) {
    const first = quantities[at];
    if (!first) continue;
    const second = quantities[at + 1];
    const joined = second && join(first, second, sentence);
    if (joined) at++;
    figures.push(joined ?? alone(first));
  }
  return figures;
}

function alone(quantity: Quantity): Figure {
  return {
    first: quantity,
    start: quantity.start,
    end: quantity.end,
    quantity,
    baseline: undefined,
    target: undefined,
  };
}

function join(first: Quantity, second: Quantity, sentence: string): Figure | undefined {
  const between = sentence.slice(first.end, second.start);
  const before = wordsBefore(sentence, first.start);
  const [a, b] = sharedUnit(first, second);
  if (a === undefined || b === undefined || !alike(a, b)) return undefined;
  const span = { first, start: first.start, end: second.end };
  const moved =
    ARROW.test(between) ||
    (FALLS_TO.test(between) && !BY.test(before) && !first.bare && !second.bare && a.value > b.value) ||
    (TO.test(between) && FROM_BEFORE.test(before)) ||
    (CLOSE_TO.test(between) && MOVES.test(before) && !BY.test(before));
  if (moved) return { ...span, quantity: b, baseline: a.value, target: b.value };
  if ((RANGE.test(between) && a.value < b.value) || (BETWEEN.test(before) && /^\s*and\s*$/u.test(between)))
    return {
      ...span,
      quantity: { ...b, start: first.start, value: (a.value + b.value) / 2, sign: first.sign, decimals: 0 },
      baseline: undefined,
      target: undefined,
    };
  if (
    !(first.bare && MOVED_ALONE.test(before)) &&
    (BACK.test(between) || (/(?<![\p{L}])to\s+$/iu.test(before) && BACK_TO_START.test(between))) &&
    a.unit !== "points" &&
    a.unit !== "ratio" &&
    !a.sign &&
    !BY.test(before)
  )
    return { ...span, quantity: { ...a, end: second.end }, baseline: b.value, target: a.value };
  return undefined;
}

/** "from 120 to 80 ms": the unit stands for both. */
function sharedUnit(first: Quantity, second: Quantity): [Quantity | undefined, Quantity | undefined] {
  const written = second.value / second.scale;
  const inFull = (second.unit === undefined || second.unit === "count") && first.value / written >= 10;
  if (first.bare && !second.bare && inFull) return [{ ...first, unit: second.unit, noun: second.noun }, second];
  if (first.bare && !second.bare && second.unit !== "ratio" && second.unit !== "points")
    return [{ ...first, value: first.value * second.scale, unit: second.unit, noun: second.noun }, second];
  if (first.bare && !second.bare) return [{ ...first, unit: second.unit }, second];
  if (second.bare && !first.bare && (first.unit === "money" || first.noun))
    return [first, { ...second, unit: first.unit, noun: first.noun }];
  if (first.unit === undefined && second.unit === "count")
    return [{ ...first, unit: "count", noun: second.noun }, second];
  return [first, second];
}

function alike(a: Quantity, b: Quantity): boolean {
  const kin = (unit: ClaimUnit | undefined) => (unit === "people" ? "count" : unit);
  if (a.noun && b.noun && a.noun.noun !== b.noun.noun) return false;
  return (kin(a.unit) === kin(b.unit) && a.bare === b.bare) || a.unit === b.unit;
}
