import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EVEN_MONTHLY, monthlyGrant, plainOffer } from "../../../../tests/support/offers.ts";
import type { Grant, OfferBody, SignOn, Vesting } from "../schema.ts";
import { breakEven, comparable } from "./break-even.ts";
import { compareOffers } from "./compare-offers.ts";
import { clawedBack, ENDS, growing, leavingAfter, PARTS, payByYear, payUnder, sumOf } from "./total-pay.ts";
import { EXAMPLE_VESTINGS, vestsOf } from "./vesting.ts";

const money = fc.integer({ min: 0, max: 1_000_000 });
const ordered = (least: number, most: number) =>
  fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: least, max: most }))).map((ends) => {
    const [low = 0, likely = 0, high = 0] = ends.toSorted((a, b) => a - b).map((end) => end / 100);
    return { low, likely, high };
  });
const vesting: fc.Arbitrary<Vesting> = fc.record({
  yearly: fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 6 }).map((parts) => {
    const whole = parts.reduce((sum, part) => sum + part, 0);
    return parts.map((part) => part / whole);
  }),
  everyMonths: fc.constantFrom(1 as const, 3 as const, 6 as const, 12 as const),
  cliffMonths: fc.integer({ min: 0, max: 24 }),
});
const grant: fc.Arbitrary<Grant> = fc.oneof(
  fc.record({ kind: fc.constant("rsu" as const), worth: money, vesting }),
  fc.record({ kind: fc.constant("options" as const), count: money, strike: fc.integer({ min: 0, max: 50 }), vesting }),
  fc.record({
    kind: fc.constant("profit-units" as const),
    count: money,
    threshold: fc.integer({ min: 0, max: 50 }),
    vesting,
  }),
);
const signOn: fc.Arbitrary<SignOn> = fc.record({
  year: fc.integer({ min: 1, max: 4 }),
  amount: money,
  clawbackMonths: fc.integer({ min: 0, max: 48 }),
  clawback: fc.constantFrom("by-month" as const, "whole" as const),
});
const offer: fc.Arbitrary<OfferBody> = fc.record({
  name: fc.constant("any"),
  notes: fc.constant(""),
  currency: fc.constant("$"),
  rate: fc.integer({ min: 1, max: 300 }).map((part) => part / 100),
  costOfLiving: fc.integer({ min: 50, max: 200 }).map((part) => part / 100),
  base: money,
  raise: fc.integer({ min: -10, max: 20 }).map((part) => part / 100),
  bonus: fc.record({ target: fc.integer({ min: 0, max: 60 }).map((part) => part / 100), payout: ordered(0, 200) }),
  signOn: fc.array(signOn, { maxLength: 3 }),
  share: fc.record({
    price: fc.integer({ min: 1, max: 100 }),
    market: fc.constantFrom("public" as const, "private" as const),
    growth: ordered(-90, 100),
  }),
  grants: fc.array(grant, { maxLength: 3 }),
  refreshers: fc.option(fc.record({ worth: money, vesting })),
  match: fc.record({ share: fc.integer({ min: 0, max: 20 }).map((part) => part / 100), most: fc.option(money) }),
  benefits: money,
});

const near = (value: number) => ({ asymmetricMatch: (other: unknown) => isNear(Number(other), value) });
const isNear = (a: number, b: number) => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b));
const whole = (given: OfferBody) => sumOf(payByYear(given, "likely"), "total");

describe("vesting", () => {
  test("all of a grant vests, none of it before the cliff", () => {
    fc.assert(
      fc.property(vesting, (given) => {
        const vests = vestsOf(given);
        expect(vests.reduce((sum, { share }) => sum + share, 0)).toEqual(near(1));
        expect(vests.every(({ month }) => month >= given.cliffMonths)).toBe(true);
      }),
    );
  });

  test("each example vests in four years what its name says", () => {
    for (const { vesting: example } of EXAMPLE_VESTINGS) {
      const shares = [1, 2, 3, 4].map((year) =>
        vestsOf(example).reduce((sum, { month, share }) => sum + (Math.ceil(month / 12) === year ? share : 0), 0),
      );
      expect(shares).toEqual(example.yearly.map(near));
    }
  });
});

describe("pay over four years", () => {
  test("parts add up to the total of their year: nothing counts twice, and paper not at all", () => {
    fc.assert(
      fc.property(offer, fc.constantFrom(...ENDS), (given, end) => {
        for (const year of payByYear(given, end)) {
          expect(year.total).toEqual(near(PARTS.reduce((sum, part) => sum + year[part], 0)));
          expect(given.share.market === "public" ? year.paper : year.equity).toBe(0);
        }
      }),
    );
  });

  test("low is never above likely, likely never above high", () => {
    fc.assert(
      fc.property(offer, (given) => {
        const [low = 0, likely = 0, high = 0] = ENDS.map((end) => {
          const years = payByYear(given, end);
          return sumOf(years, "total") + sumOf(years, "paper");
        });
        expect(low <= likely + 1e-6 * likely && likely <= high + 1e-6 * high).toBe(true);
      }),
    );
  });

  test("more base is never less pay", () => {
    fc.assert(
      fc.property(offer, money, (given, more) => {
        expect(whole({ ...given, base: given.base + more })).toBeGreaterThanOrEqual(whole(given) - 1e-6);
      }),
    );
  });

  test("where nothing grows, the total is the plain sum of what was promised", () => {
    fc.assert(
      fc.property(money, money, money, money, (base, worth, amount, benefits) => {
        const given: OfferBody = {
          ...plainOffer("any"),
          base,
          benefits,
          bonus: { target: 0.1, payout: { low: 1, likely: 1, high: 1 } },
          signOn: [{ year: 1, amount, clawbackMonths: 12, clawback: "whole" }],
          grants: [monthlyGrant(worth)],
        };
        expect(whole(given)).toEqual(near(4 * base * 1.1 + worth + amount + 4 * benefits));
      }),
    );
  });

  test("a share that doubles each year: what vests is worth its price of that month", () => {
    const yearly: Vesting = { yearly: [0.5, 0.5], everyMonths: 12, cliffMonths: 0 };
    const given = { ...plainOffer("any"), base: 0, grants: [{ kind: "rsu" as const, worth: 100, vesting: yearly }] };
    const doubling = payUnder(given, { payout: 1, price: growing(1) });
    expect(doubling.map(({ equity }) => equity)).toEqual([near(100), near(200), 0, 0]);
  });

  test("a refresher is worth its sum on its own day, and what vests after four years is not counted", () => {
    const yearly: Vesting = { yearly: [0.5, 0.5], everyMonths: 12, cliffMonths: 0 };
    const given = { ...plainOffer("any"), base: 0, refreshers: { worth: 100, vesting: yearly } };
    const doubling = payUnder(given, { payout: 1, price: growing(1) });
    expect(doubling.map(({ equity }) => equity)).toEqual([0, near(100), near(300), near(300)]);
  });

  test("options count by what the share is above the strike, never below nothing, and their cost is told", () => {
    const options: Grant = { kind: "options", count: 1_000, strike: 4, vesting: EVEN_MONTHLY };
    const given: OfferBody = { ...plainOffer("any"), base: 0, grants: [options] };
    expect(sumOf(payByYear(given, "likely"), "equity")).toEqual(near(6_000));
    expect(sumOf(payByYear(given, "likely"), "exerciseCost")).toEqual(near(4_000));
    const under: OfferBody = { ...given, share: { ...given.share, price: 3, market: "private" } };
    expect(sumOf(payByYear(under, "likely"), "paper")).toBe(0);
  });
});

describe("leaving early", () => {
  const bonus: SignOn = { year: 1, amount: 24_000, clawbackMonths: 24, clawback: "by-month" };

  test("a sign-on is paid back whole or by the months that are missing, and not after its time", () => {
    expect([6, 12, 24, 30].map((months) => clawedBack(bonus, months))).toEqual([18_000, 12_000, 0, 0]);
    expect(clawedBack({ ...bonus, clawback: "whole" }, 23)).toBe(24_000);
    expect(clawedBack({ ...bonus, year: 3 }, 24)).toBe(0);
  });

  test("nobody pays back more than was paid, nor less the earlier they go", () => {
    fc.assert(
      fc.property(signOn, fc.integer({ min: 0, max: 48 }), (given, months) => {
        const back = clawedBack(given, months);
        expect(back >= 0 && back <= given.amount).toBe(true);
        if (months > 12 * (given.year - 1)) expect(clawedBack(given, months + 1)).toBeLessThanOrEqual(back);
      }),
    );
  });

  test("one year keeps a year's pay and the cliff, less what is paid back; four years keep all", () => {
    const given = { ...plainOffer("any"), signOn: [bonus], grants: [monthlyGrant(40_000)] };
    const years = payByYear(given, "likely");
    expect(leavingAfter(given, years, 1)).toMatchObject({ paidBack: 12_000, total: near(100_000 + 10_000 + 12_000) });
    expect(leavingAfter(given, years, 4).total).toEqual(near(whole(given)));
  });
});

describe("offers beside each other", () => {
  const zenith = { ...plainOffer("Zenith"), base: 110_000 };

  test("the break-even price makes both worth the same", () => {
    fc.assert(
      fc.property(offer, offer, (given, other) => {
        const years = payByYear(other, "likely");
        const target = comparable(other, sumOf(years, "total") + sumOf(years, "paper"));
        const found = breakEven(given, target);
        if (found.kind !== "at") return;
        const at = payUnder(given, { payout: given.bonus.payout.likely, price: () => found.multiple });
        expect(comparable(given, sumOf(at, "total") + sumOf(at, "paper"))).toEqual(near(target));
        expect(found.price).toEqual(near(found.multiple * given.share.price));
      }),
    );
  });

  test("40,000 more in base are four times the grant of 10,000: its share must be worth four times as much", () => {
    const [acme] = compareOffers([{ ...plainOffer("Acme"), grants: [monthlyGrant(10_000)] }, zenith]);
    expect(acme?.equals).toEqual([{ name: "Zenith", at: { kind: "at", multiple: near(4), price: near(40) } }]);
  });

  test("an offer without equity never equals a better one, and says nothing of its share", () => {
    expect(breakEven(plainOffer("Acme"), 440_000)).toEqual({ kind: "never" });
    expect(breakEven(zenith, 400_000)).toEqual({ kind: "always" });
    expect(compareOffers([plainOffer("Acme"), zenith]).map(({ equals }) => equals)).toEqual([[], []]);
  });

  test("rate and cost of living make totals comparable; the years stay in their own currency", () => {
    const [acme] = compareOffers([{ ...plainOffer("Acme"), rate: 1.1, costOfLiving: 2 }]);
    expect(acme?.total.likely).toEqual(near(220_000));
    expect(acme?.years.likely[0]?.total).toEqual(near(100_000));
    expect(acme?.leaving[0]?.total).toEqual(near(55_000));
  });

  test("private equity stands apart, and a falling fourth year is told", () => {
    const share = { ...plainOffer("").share, market: "private" as const };
    const early: Vesting = { yearly: [0.9, 0.1], everyMonths: 12, cliffMonths: 0 };
    const [acme] = compareOffers([
      { ...plainOffer("Acme"), share, grants: [{ kind: "rsu", worth: 100_000, vesting: early }] },
    ]);
    expect(acme?.total.likely).toEqual(near(400_000));
    expect(acme?.paper.likely).toEqual(near(100_000));
    expect(acme?.notes).toEqual([expect.stringContaining("paper"), expect.stringContaining("47 % less")]);
  });
});

test("two currencies at one rate, or one at two, are said beside the offers that they touch", () => {
  const offerIn = (currency: string, rate: number): OfferBody => ({ ...plainOffer("any"), currency, rate });
  const notesOf = (...offers: OfferBody[]) => compareOffers(offers).map(({ notes }) => notes);
  expect(notesOf(offerIn("USD", 1), offerIn("EUR", 1)).flat()).toEqual([
    expect.stringContaining("One USD is counted like one EUR"),
    expect.stringContaining("One EUR is counted like one USD"),
  ]);
  expect(notesOf(offerIn("USD", 1), offerIn("$", 1.1))[0]).toEqual([
    "Offers in USD are counted at two rates, 1 and 1.1.",
  ]);
  expect(notesOf(offerIn("USD", 1), offerIn("EUR", 1.1), offerIn("$", 1))).toEqual([[], [], []]);
});
