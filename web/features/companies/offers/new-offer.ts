import { EXAMPLE_VESTINGS } from "../../../../src/features/companies/model/vesting.ts";
import type { Grant, Offer, OfferBody, Vesting } from "../types.ts";

const EVEN: Vesting = EXAMPLE_VESTINGS[0]?.vesting ?? { yearly: [1], everyMonths: 12, cliffMonths: 0 };

/** An offer to type over: figures are an example. */
export function newOffer(currency: string): OfferBody {
  return {
    name: "",
    notes: "",
    currency,
    rate: 1,
    costOfLiving: 1,
    base: 100_000,
    raise: 0.03,
    bonus: { target: 0.1, payout: { low: 0, likely: 0.9, high: 1.2 } },
    signOn: [],
    share: { price: 100, market: "public", growth: { low: -0.15, likely: 0, high: 0.15 } },
    grants: [],
    refreshers: null,
    match: { share: 0, most: null },
    benefits: 0,
  };
}

export function newGrant(kind: Grant["kind"]): Grant {
  switch (kind) {
    case "rsu":
      return { kind, worth: 100_000, vesting: EVEN };
    case "options":
      return { kind, count: 10_000, strike: 1, vesting: EVEN };
    case "profit-units":
      return { kind, count: 1_000, threshold: 0, vesting: EVEN };
  }
}

export const newRefreshers = (): NonNullable<OfferBody["refreshers"]> => ({ worth: 20_000, vesting: EVEN });

export function bodyOf({ id: _, createdAt: _created, updatedAt: _updated, ...body }: Offer): OfferBody {
  return body;
}
