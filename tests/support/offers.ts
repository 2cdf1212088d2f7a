import type { Grant, OfferBody, Vesting } from "../../src/features/companies/schema.ts";

export const EVEN_MONTHLY: Vesting = { yearly: [0.25, 0.25, 0.25, 0.25], everyMonths: 1, cliffMonths: 12 };

/** An offer of base pay alone: 100,000 a year, no rise. */
export function plainOffer(name: string): OfferBody {
  const flat = (value: number) => ({ low: value, likely: value, high: value });
  return {
    name,
    notes: "",
    currency: "$",
    rate: 1,
    costOfLiving: 1,
    base: 100_000,
    raise: 0,
    bonus: { target: 0, payout: flat(1) },
    signOn: [],
    share: { price: 10, market: "public", growth: flat(0) },
    grants: [],
    refreshers: null,
    match: { share: 0, most: null },
    benefits: 0,
  };
}

export function monthlyGrant(worth: number): Grant {
  return { kind: "rsu", worth, vesting: EVEN_MONTHLY };
}
