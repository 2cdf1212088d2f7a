import { unreachable } from "../../../lib/unreachable.ts";
import type { Grant, OfferBody, SignOn } from "../schema.ts";
import { type Vest, vestsOf } from "./vesting.ts";

const HORIZON_YEARS = 4;
const HORIZON_MONTHS = 12 * HORIZON_YEARS;

export const ENDS = ["low", "likely", "high"] as const;
export type End = (typeof ENDS)[number];

/** What pay is made of; `paper` is equity that nobody buys yet, and is never part of a total. */
export const PARTS = ["base", "bonus", "signOn", "equity", "match", "benefits"] as const;
export type Part = (typeof PARTS)[number];

export type YearPay = Record<Part, number> & {
  total: number;
  paper: number;
  /** What exercising the options that vest in the year costs. */
  exerciseCost: number;
};

/** One payment or vest. `year` counts from 1. */
type Flow = { year: number; part: Part | "paper" | "exerciseCost"; amount: number };

/** What a share is worth in a month, as a multiple of its price today. */
export type PricePath = (month: number) => number;

/** A price that grows by the same share each year; `growth` 0.1 is 10 %. */
export function growing(growth: number): PricePath {
  return (month) => (1 + growth) ** (month / 12);
}

/** Pay of each of four years, before tax, in the currency of the offer, under its low, likely or high beliefs. */
export function payByYear(offer: OfferBody, end: End): YearPay[] {
  return yearsOf(flowsOf(offer, { payout: offer.bonus.payout[end], price: growing(offer.share.growth[end]) }));
}

export type Beliefs = { payout: number; price: PricePath };

/** As `payByYear`, under any belief about the bonus and the share. */
export function payUnder(offer: OfferBody, beliefs: Beliefs): YearPay[] {
  return yearsOf(flowsOf(offer, beliefs));
}

function yearsOf(flows: readonly Flow[]): YearPay[] {
  return Array.from({ length: HORIZON_YEARS }, (_, at) => {
    const year = blankYear();
    for (const flow of flows) {
      if (flow.year !== at + 1) continue;
      year[flow.part] += flow.amount;
      if (flow.part !== "paper" && flow.part !== "exerciseCost") year.total += flow.amount;
    }
    return year;
  });
}

const blankYear = (): YearPay => ({
  base: 0,
  bonus: 0,
  signOn: 0,
  equity: 0,
  match: 0,
  benefits: 0,
  total: 0,
  paper: 0,
  exerciseCost: 0,
});

function flowsOf(offer: OfferBody, beliefs: Beliefs): Flow[] {
  const { bonus, match, signOn, benefits, grants, refreshers } = offer;
  const yearly = Array.from({ length: HORIZON_YEARS }, (_, at): Flow[] => {
    const base = offer.base * (1 + offer.raise) ** at;
    const year = at + 1;
    return [
      { year, part: "base", amount: base },
      { year, part: "bonus", amount: base * bonus.target * beliefs.payout },
      { year, part: "match", amount: Math.min(base * match.share, match.most ?? Number.POSITIVE_INFINITY) },
      { year, part: "benefits", amount: benefits },
    ];
  });
  const later: { grant: Grant; grantedAt: number }[] = refreshers
    ? [12, 24, 36].map((grantedAt) => ({ grant: { kind: "rsu", ...refreshers }, grantedAt }))
    : [];
  const granted = [...grants.map((grant) => ({ grant, grantedAt: 0 })), ...later];
  return [
    ...yearly.flat(),
    ...signOn.map(({ year, amount }): Flow => ({ year, part: "signOn", amount })),
    ...granted.flatMap((each) => equityFlows(each, { offer, price: beliefs.price })),
  ];
}

type Priced = { offer: OfferBody; price: PricePath };

function equityFlows({ grant, grantedAt }: { grant: Grant; grantedAt: number }, { offer, price }: Priced): Flow[] {
  const part = offer.share.market === "public" ? "equity" : "paper";
  return vestsOf(grant.vesting)
    .map(({ month, share }) => ({ month: grantedAt + month, share }))
    .filter(({ month }) => month <= HORIZON_MONTHS)
    .flatMap(({ month, share }): Flow[] => {
      const year = Math.max(1, Math.ceil(month / 12));
      const amount = worthAt(grant, { month, share }, { grantedAt, price, today: offer.share.price });
      const cost = grant.kind === "options" ? grant.count * share * grant.strike : 0;
      return [
        { year, part, amount },
        { year, part: "exerciseCost", amount: cost },
      ];
    });
}

type Pricing = { grantedAt: number; price: PricePath; today: number };

/** What vests in a month is worth then. An option counts by what the share is above its strike, never less than nothing. */
function worthAt(grant: Grant, { month, share }: Vest, { grantedAt, price, today }: Pricing): number {
  switch (grant.kind) {
    case "rsu": {
      // a grant made later is worth its sum on its own day, whatever the price is by then
      const [then, now] = [grantedAt === 0 ? 1 : price(grantedAt), price(month)];
      return grant.worth * share * (then === 0 ? 1 : now / then);
    }
    case "options":
      return grant.count * share * Math.max(0, today * price(month) - grant.strike);
    case "profit-units":
      return grant.count * share * Math.max(0, today * price(month) - grant.threshold);
    default:
      return unreachable(grant);
  }
}

/** What of a sign-on is paid back by whoever leaves after so many months. */
export function clawedBack({ year, amount, clawbackMonths, clawback }: SignOn, months: number): number {
  const stayed = months - 12 * (year - 1);
  if (stayed <= 0 || stayed >= clawbackMonths) return 0;
  return clawback === "whole" ? amount : amount * (1 - stayed / clawbackMonths);
}

export type Leaving = { afterYears: number; total: number; paper: number; paidBack: number };

/** What is kept by whoever leaves at the end of a year: what was paid and vested until then, less what is paid back. */
export function leavingAfter(offer: OfferBody, years: readonly YearPay[], afterYears: number): Leaving {
  const had = years.slice(0, afterYears);
  const paidBack = offer.signOn.reduce((sum, each) => sum + clawedBack(each, 12 * afterYears), 0);
  return { afterYears, paidBack, total: sumOf(had, "total") - paidBack, paper: sumOf(had, "paper") };
}

export function sumOf(years: readonly YearPay[], part: keyof YearPay): number {
  return years.reduce((sum, year) => sum + year[part], 0);
}
