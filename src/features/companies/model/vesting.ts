import type { Vesting } from "../schema.ts";

export type Vest = { month: number; share: number };

/**
 * When which share of a grant vests, in months since the grant. The share of a year is spread evenly over its vesting
 * days; what falls before the cliff vests at the cliff. The shares add up to those of the years.
 */
export function vestsOf({ yearly, everyMonths, cliffMonths }: Vesting): Vest[] {
  const aYear = 12 / everyMonths;
  return yearly.flatMap((share, year) =>
    Array.from({ length: aYear }, (_, at) => ({
      month: Math.max(12 * year + everyMonths * (at + 1), cliffMonths),
      share: share / aYear,
    })),
  );
}

/** Shapes that grants take: examples to begin from, of no particular company; the grant letter decides. */
export const EXAMPLE_VESTINGS: readonly { name: string; vesting: Vesting }[] = [
  {
    name: "Four even years, by the month, a year's cliff",
    vesting: { yearly: [0.25, 0.25, 0.25, 0.25], everyMonths: 1, cliffMonths: 12 },
  },
  {
    name: "Four even years, by the quarter",
    vesting: { yearly: [0.25, 0.25, 0.25, 0.25], everyMonths: 3, cliffMonths: 0 },
  },
  {
    name: "More at first: 33/33/22/12, by the quarter",
    vesting: { yearly: [0.33, 0.33, 0.22, 0.12], everyMonths: 3, cliffMonths: 0 },
  },
  {
    name: "Late: 5/15/40/40, by the half-year",
    vesting: { yearly: [0.05, 0.15, 0.4, 0.4], everyMonths: 6, cliffMonths: 12 },
  },
];
