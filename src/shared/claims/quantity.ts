import type { ClaimUnit } from "./claim.ts";
import type { CountedNoun } from "./nouns.ts";

/** A number as it stands in a sentence, with the unit behind or the currency before it. */
export type Quantity = {
  start: number;
  end: number;
  value: number;
  unit: ClaimUnit | undefined;
  noun: CountedNoun | undefined;
  /** `+` and `-` as written before it. */
  sign: "+" | "-" | undefined;
  /** Digits and nothing else: neither a unit, a multiplier, a noun nor a currency. */
  bare: boolean;
  /** In words. */
  spelled: boolean;
  /** Digits behind the point, as written. */
  decimals: number;
  /** What brings the number as written to `value`, for a neighbour that leaves its unit out. */
  scale: number;
};

/** A quantity that its own words tell: "threefold", "by half". */
export function wordedQuantity(
  place: { start: number; end: number },
  { value, unit }: { value: number; unit: ClaimUnit },
): Quantity {
  const { start, end } = place;
  const rest = { noun: undefined, sign: undefined, bare: false, spelled: true, decimals: 0, scale: 1 } as const;
  return { start, end, value, unit, ...rest };
}

const NEAR = 120;

/** The words right before a place, as far as they can say what stands there. */
export function wordsBefore(text: string, at: number): string {
  return text.slice(Math.max(0, at - NEAR), at);
}

/** The words right behind a place. */
export function wordsBehind(text: string, at: number): string {
  return text.slice(at, at + NEAR);
}
