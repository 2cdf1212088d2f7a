import { expect, test } from "vitest";
import type { Pay } from "../schema.ts";
import { payFilter, payRanges } from "./pay-ranges.ts";
import type { SearchedPosting } from "./search-postings.ts";

const pay = (min: number | null, max: number | null, more: Partial<Pay> = {}): Pay => ({
  min,
  max,
  currency: "EUR",
  interval: "year",
  from: "board",
  quote: null,
  ...more,
});
let count = 0;
const posting = (pays: Pay[], more: Partial<SearchedPosting> = {}): SearchedPosting => ({
  id: `p${++count}`,
  sourceId: "s",
  externalId: "e",
  company: "Acme",
  title: "ML Engineer",
  url: null,
  places: ["Berlin, Germany"],
  workplace: null,
  team: null,
  text: "",
  pays,
  postedAt: "2026-11-01T00:00:00.000Z",
  firstSeenAt: "2026-11-02T00:00:00.000Z",
  closedAt: null,
  role: "mle",
  level: null,
  ...more,
});

test("the median is of the midpoints, the range from the lowest to the highest, the days from first to last", () => {
  const [range] = payRanges(
    [
      posting([pay(60_000, 80_000)]),
      posting([pay(70_000, 90_000)], { postedAt: "2026-10-01T00:00:00.000Z" }),
      posting([pay(100_000, 140_000)], { postedAt: null }),
    ],
    {},
  );
  expect(range).toMatchObject({
    n: 3,
    low: 60_000,
    high: 140_000,
    median: 80_000,
    from: "2026-10-01T00:00:00.000Z",
    to: "2026-11-02T00:00:00.000Z",
  });
});

test("below three midpoints there is no median, and half a range has no middle", () => {
  const [range] = payRanges([posting([pay(60_000, 80_000)]), posting([pay(1, 2)]), posting([pay(null, 90_000)])], {});
  expect(range).toMatchObject({ n: 3, midpoints: 2, median: null, high: 90_000 });
});

test("currencies, intervals, roles and levels stay apart; regions of one posting are one", () => {
  const ranges = payRanges(
    [
      posting([pay(60_000, 80_000), pay(50_000, 70_000), pay(100_000, 120_000, { currency: "USD" })]),
      posting([pay(5_000, 6_000, { interval: "month" })]),
      posting([pay(90_000, 95_000)], { level: "senior" }),
      posting([pay(1, 2)], { role: null }),
    ],
    {},
  );
  expect(
    ranges.map(({ n, role, level, currency, interval, low }) => [n, role, level, currency, interval, low]),
  ).toEqual([
    [1, "mle", null, "EUR", "year", 50_000],
    [1, "mle", null, "USD", "year", 100_000],
    [1, "mle", null, "EUR", "month", 5_000],
    [1, "mle", "senior", "EUR", "year", 90_000],
    [1, null, null, "EUR", "year", 1],
  ]);
});

test("by place a posting counts at each of its places that was asked for", () => {
  const both = posting([pay(60_000, 80_000)], { places: ["Berlin, Germany", "München, Germany"] });
  expect(payRanges([both], { by: "place" }).map(({ place }) => place)).toEqual(["Berlin, Germany", "München, Germany"]);
  expect(payRanges([both], { by: "place", place: "munchen" }).map(({ place }) => place)).toEqual(["München, Germany"]);
  expect([both].filter(payFilter({ place: "munchen" }))).toEqual([both]);
  expect([both].filter(payFilter({ place: "rome" }))).toEqual([]);
});
