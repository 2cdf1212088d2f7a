import { describe, expect, test } from "vitest";
import type { Claim } from "./claim.ts";
import { extractClaims } from "./extract-claims.ts";
import { compareUnnamed, compareValues } from "./same-claim.ts";

function claimIn(text: string): Claim {
  const claim = extractClaims(text)[0];
  if (!claim) throw new Error(`no claim in: ${text}`);
  return claim;
}

/** As the ledger compares: figures without a metric where neither names one. */
const compareOf = (a: Claim, b: Claim) =>
  a.metric === undefined && b.metric === undefined ? compareUnnamed(a, b) : compareValues(a, b);

function compare(a: string, b: string): string {
  const [first, second] = [claimIn(a), claimIn(b)];
  expect(compareOf(second, first)).toBe(compareOf(first, second));
  return compareOf(first, second);
}

describe("the same claim", () => {
  test.each([
    ["Recall of the card fraud model: 0.91", "The card fraud model has a recall of 91 %."],
    ["Cut p99 latency of ranking from 120 ms to 80 ms.", "Reduced the p99 latency of ranking by 33 %."],
    ["Reduced p99 latency of ranking by about 30 %.", "Cut p99 latency of ranking by 28.6 %."],
    ["Serves 12 million users of the news feed.", "The news feed has 12,000,000 users."],
    ["The news feed reaches about 12 million users.", "The news feed has 11.8 million users."],
    ["Lifted checkout conversion from 2.1 % to 2.6 %.", "Checkout conversion rose by 0.5 points."],
    ["Halved the serving costs of search.", "Cut the serving costs of search by 50 %."],
    ["Made search indexing latency 3x faster.", "Cut search indexing latency from 90 ms to 30 ms."],
    ["Forecast MAPE for stores went from 18.5 % to 12.1 %.", "Forecast MAPE for stores: 12.1 %."],
    ["Saved $2.1M a year on batch scoring.", "Batch scoring saves $2.1 million."],
    ["AUC of the churn model 0.913", "churn model, AUC 0.91"],
    ["Led a team of four on the feed.", "The feed team of 4 people"],
  ])("%s = %s", (a, b) => {
    expect(compare(a, b)).toBe("agree");
  });
});

describe("a conflict", () => {
  test.each([
    ["Recall of the card fraud model: 0.91", "The card fraud model has a recall of 0.84."],
    ["Cut p99 latency of ranking from 120 ms to 80 ms.", "Reduced the p99 latency of ranking by 45 %."],
    ["Cut p99 latency of ranking from 120 ms to 80 ms.", "Cut p99 latency of ranking from 140 ms to 80 ms."],
    ["Serves 12 million users of the news feed.", "The news feed has 8 million users."],
    ["Saved $2.1M a year on batch scoring.", "Batch scoring saves $1.2 million."],
    ["Led a team of four on the feed.", "The feed team of seven people"],
    ["Reduced serving costs of search by 40 %.", "Reduced serving costs of search by 30 %."],
    ["Lifted checkout conversion from 2.1 % to 2.6 %.", "Checkout conversion rose by 2 points."],
    ["Made search indexing latency 3x faster.", "Cut search indexing latency from 90 ms to 45 ms."],
  ])("%s ≠ %s", (a, b) => {
    expect(compare(a, b)).toBe("differ");
  });
});

describe("nothing to do with each other", () => {
  test.each([
    ["Recall of the card fraud model: 0.91", "Precision of the card fraud model: 0.84"],
    ["Training accuracy of the churn model: 0.97", "Test accuracy of the churn model: 0.88"],
    ["Recall@10 of the search ranking: 0.41", "Recall@50 of the search ranking: 0.62"],
    ["p50 latency of ranking is 8 ms.", "p99 latency of ranking is 31 ms."],
    ["The baseline of the churn model has an accuracy of 0.71.", "Our final churn model has an accuracy of 0.86."],
    ["Cut p99 latency of ranking from 120 ms to 80 ms.", "The p99 latency of ranking was 120 ms."],
    ["Cut costs by 40 %.", "The costs were $1.2M."],
  ])("%s | %s", (a, b) => {
    expect(compare(a, b)).toBe("incomparable");
  });
});

test("every claim is the same as itself", () => {
  for (const text of ["Recall of the fraud model: 0.91", "Cut p99 latency of ranking by 40 %."])
    expect(compareOf(claimIn(text), claimIn(text))).toBe("agree");
});
