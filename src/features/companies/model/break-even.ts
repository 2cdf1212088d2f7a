import type { OfferBody } from "../schema.ts";
import { payUnder, sumOf } from "./total-pay.ts";

/** What the share would have to be worth, all four years long, as a multiple of today's price and as a price. */
export type BreakEven =
  | { kind: "at"; multiple: number; price: number }
  /** Worth more even if the share is worth nothing. */
  | { kind: "always" }
  /** Not reached at a thousand times today's price, or no equity that could reach it. */
  | { kind: "never" };

const MOST_MULTIPLE = 1_000;
const STEPS = 80;

/**
 * The price at which four years of `offer` are worth `target`, in the currency of the comparison and by the cost of
 * living of the offer: the same price through all four years, paper counted in full, the likely bonus. The worth never
 * falls as the price rises, so that halving finds it.
 */
export function breakEven(offer: OfferBody, target: number): BreakEven {
  const worth = (multiple: number) => {
    const years = payUnder(offer, { payout: offer.bonus.payout.likely, price: () => multiple });
    return comparable(offer, sumOf(years, "total") + sumOf(years, "paper"));
  };
  if (worth(0) >= target) return { kind: "always" };
  if (worth(MOST_MULTIPLE) < target) return { kind: "never" };
  let [low, high] = [0, MOST_MULTIPLE];
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    if (worth(middle) < target) low = middle;
    else high = middle;
  }
  return { kind: "at", multiple: high, price: high * offer.share.price };
}

/** An amount of an offer in the currency of the comparison, by what it buys there. */
export function comparable({ rate, costOfLiving }: OfferBody, amount: number): number {
  return (amount * rate) / costOfLiving;
}
