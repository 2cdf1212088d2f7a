import { percent } from "../../../lib/text.ts";
import type { OfferBody } from "../schema.ts";
import { type BreakEven, breakEven, comparable } from "./break-even.ts";
import { ENDS, type End, type Leaving, leavingAfter, payByYear, sumOf, type YearPay } from "./total-pay.ts";
import { vestsOf } from "./vesting.ts";

export type Compared = {
  name: string;
  /** By year, in the currency of the offer. */
  years: Record<End, YearPay[]>;
  /** Four years in the currency of the comparison, by the cost of living; paper apart. */
  total: Record<End, number>;
  paper: Record<End, number>;
  /** Under the likely beliefs, comparable as the totals are. */
  leaving: Leaving[];
  /** What its share would have to be worth for it to equal each other offer under the likely beliefs, paper counted. */
  equals: { name: string; at: BreakEven }[];
  /** What a total does not show. */
  notes: string[];
};

/** Offers beside each other, in the order given. Taxes are not modelled. */
export function compareOffers(offers: readonly OfferBody[]): Compared[] {
  const worths = offers.map((offer) => {
    const likely = payByYear(offer, "likely");
    return comparable(offer, sumOf(likely, "total") + sumOf(likely, "paper"));
  });
  return offers.map((offer, at) => {
    const years = perEnd((end) => payByYear(offer, end));
    const inCommon = (end: End, part: "total" | "paper") => comparable(offer, sumOf(years[end], part));
    const others = offers.flatMap((other, place) => (place === at ? [] : [{ other, worth: worths[place] ?? 0 }]));
    return {
      name: offer.name,
      years,
      total: perEnd((end) => inCommon(end, "total")),
      paper: perEnd((end) => inCommon(end, "paper")),
      leaving: [1, 2, 3].map((afterYears) => comparableLeaving(offer, leavingAfter(offer, years.likely, afterYears))),
      equals: hasEquity(offer)
        ? others.map(({ other, worth }) => ({ name: other.name, at: breakEven(offer, worth) }))
        : [],
      notes: [...ratesIn(offers, offer), ...notesOn(offer, years.likely)],
    };
  });
}

function comparableLeaving(offer: OfferBody, { afterYears, total, paper, paidBack }: Leaving): Leaving {
  const common = (amount: number) => comparable(offer, amount);
  return { afterYears, total: common(total), paper: common(paper), paidBack: common(paidBack) };
}

const perEnd = <T>(of: (end: End) => T): Record<End, T> =>
  Object.fromEntries(ENDS.map((end) => [end, of(end)])) as Record<End, T>;

const hasEquity = ({ grants }: OfferBody) => grants.length > 0;

const CODES: Record<string, string> = { $: "USD", "€": "EUR", "£": "GBP" };

/** Nothing is looked up: a rate that was left as it was would count euros as dollars, unseen. */
function ratesIn(offers: readonly OfferBody[], { currency, rate }: OfferBody): string[] {
  const code = (said: string) => CODES[said.trim()] ?? said.trim().toUpperCase();
  const one = offers.find((each) => code(each.currency) !== code(currency) && each.rate === rate);
  const other = offers.find((each) => code(each.currency) === code(currency) && each.rate !== rate);
  return [
    ...(one ? [`One ${currency} is counted like one ${one.currency}: type what it is worth in your currency.`] : []),
    ...(other ? [`Offers in ${currency} are counted at two rates, ${rate} and ${other.rate}.`] : []),
  ];
}

/** A fall of the fourth year that is worth saying. */
const FALL_FROM = 0.1;

function notesOn(offer: OfferBody, likely: readonly YearPay[]): string[] {
  const { share, grants, refreshers } = offer;
  const worthOf = (year: YearPay | undefined) => (year ? year.total + year.paper : 0);
  const [first, last] = [worthOf(likely[0]), worthOf(likely.at(-1))];
  const fall = first > 0 ? 1 - last / first : 0;
  const late = Math.max(0, ...grants.map(({ vesting }) => shareAfter(vesting, 48)));
  const needsPrice = grants.some(({ kind }) => kind !== "rsu") && share.price === 0;
  return [
    ...(share.market === "private" && (grants.length > 0 || refreshers)
      ? ["Its equity is paper: nobody buys it today, it may never be sold, and it stands apart from the total."]
      : []),
    ...(grants.some(({ kind }) => kind === "options")
      ? ["Options cost their strike to exercise, may bring tax on the same day, and lapse soon after you leave."]
      : []),
    ...(needsPrice ? ["Without a price of the share its options and units are counted as worth nothing."] : []),
    ...(fall >= FALL_FROM
      ? [
          `The fourth year pays ${percent(fall)} less than the first${refreshers ? "" : ", and no refreshers are counted"}.`,
        ]
      : []),
    ...(late > 0 ? [`${percent(late)} of a grant vests after the four years and is not counted.`] : []),
  ];
}

function shareAfter(vesting: OfferBody["grants"][number]["vesting"], months: number): number {
  return vestsOf(vesting)
    .filter(({ month }) => month > months)
    .reduce((sum, { share }) => sum + share, 0);
}
