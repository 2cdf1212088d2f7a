import { seededRandom } from "../../../lib/random.ts";
import { type Belief, type Calculator, quantityIn, type Values, yearlyValue } from "./calculator.ts";

export type Beliefs = Readonly<Record<string, Belief>>;

/** How far the value moves when one quantity runs from its low to its high while the others stay at their likely value. */
type Swing = { id: string; label: string; atLow: number; atHigh: number };

export type ValueRange = {
  /** With everything at its likely value. */
  likely: number;
  /** Nine in ten draws lie above `low`, nine in ten below `high`. */
  low: number;
  median: number;
  high: number;
  /** Share of draws in which the change costs more than it brings. */
  lossChance: number;
  /** The quantity that moves the value most first. */
  swings: readonly Swing[];
  /** Where the first of them would make the value nothing, if that lies between its bounds. */
  breakEven: { id: string; label: string; at: number } | undefined;
};

const DRAWS = 4_000;
const SEED = 20_261;

/**
 * What the change is worth a year, with a range: independent triangular beliefs, drawn 4,000 times with a fixed seed,
 * so that the same assumptions give the same range. Quantities that move together make the true range wider.
 */
export function valueRange(calculator: Calculator, beliefs: Beliefs): ValueRange {
  const likely = likelyValues(calculator, beliefs);
  const random = seededRandom(SEED);
  const drawn = Array.from({ length: DRAWS }, () => {
    const values = Object.fromEntries(
      calculator.quantities.map(({ id }) => [id, triangular(beliefOf(beliefs, id), random())]),
    );
    return yearlyValue(calculator, values);
  }).sort((a, b) => a - b);
  const swings = calculator.quantities
    .map(({ id, label }) => {
      const at = (value: number) => yearlyValue(calculator, { ...likely, [id]: value });
      const { low, high } = beliefOf(beliefs, id);
      return { id, label, atLow: at(low), atHigh: at(high) };
    })
    .filter(({ atLow, atHigh }) => atLow !== atHigh)
    .sort((a, b) => Math.abs(b.atHigh - b.atLow) - Math.abs(a.atHigh - a.atLow));
  return {
    likely: yearlyValue(calculator, likely),
    low: quantile(drawn, 0.1),
    median: quantile(drawn, 0.5),
    high: quantile(drawn, 0.9),
    lossChance: drawn.filter((value) => value < 0).length / DRAWS,
    swings,
    breakEven: breakEvenOf(calculator, likely, swings[0]),
  };
}

export function likelyValues({ quantities }: Calculator, beliefs: Beliefs): Values {
  return Object.fromEntries(quantities.map(({ id }) => [id, beliefOf(beliefs, id).likely]));
}

/** What is wrong with a belief, in words, or undefined. */
export function beliefFault(
  { unit, least, most }: { unit: string; least: number; most: number },
  { low, likely, high }: Belief,
): string | undefined {
  if (![low, likely, high].every(Number.isFinite)) return "Three numbers are needed: low, likely and high.";
  if (low > likely || likely > high) return "Low must not be above likely, nor likely above high.";
  const shown = (value: number) => (unit === "share" ? `${100 * value} %` : value.toLocaleString("en-US"));
  if (low < least || high > most) return `It lies between ${shown(least)} and ${shown(most)}.`;
  return undefined;
}

function beliefOf(beliefs: Beliefs, id: string): Belief {
  const belief = beliefs[id];
  if (belief === undefined) throw new Error(`there is no belief about "${id}"`);
  return belief;
}

/** The value below which a triangular distribution has the share `u` (inverse of its distribution function). */
function triangular({ low, likely, high }: Belief, u: number): number {
  if (high === low) return likely;
  const rising = (likely - low) / (high - low);
  return u < rising
    ? low + Math.sqrt(u * (high - low) * (likely - low))
    : high - Math.sqrt((1 - u) * (high - low) * (high - likely));
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

function breakEvenOf(calculator: Calculator, likely: Values, first: Swing | undefined): ValueRange["breakEven"] {
  const quantity = calculator.quantities.find(({ id }) => id === first?.id);
  if (quantity === undefined) return undefined;
  const { id, label, least } = quantity;
  const at = (value: number) => yearlyValue(calculator, { ...likely, [id]: value });
  // bounds such as a billion sessions say nothing; twenty times the likely value is beyond what anybody doubts
  let [from, to] = [least, Math.min(quantity.most, 20 * Math.max(quantityIn(likely, id), 1e-9))];
  if (at(from) === 0 || Math.sign(at(from)) === Math.sign(at(to))) return undefined;
  for (let round = 0; round < 60; round++) {
    const middle = (from + to) / 2;
    if (Math.sign(at(middle)) === Math.sign(at(from))) from = middle;
    else to = middle;
  }
  return { id, label, at: (from + to) / 2 };
}
