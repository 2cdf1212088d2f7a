import { expect, test } from "vitest";
import type { Doubt } from "./claim.ts";
import { doubtOf } from "./doubts.ts";
import { extractClaims } from "./extract-claims.ts";

function doubtsOf(text: string): Doubt["id"][] {
  const claims = extractClaims(text);
  return claims.flatMap((claim) => doubtOf(claim, claims)?.id ?? []);
}

test.each<[Doubt["id"], string]>([
  ["too-perfect", "Built a churn model with an accuracy of 0.999."],
  ["too-perfect", "Achieved 99.7 % accuracy with a random forest."],
  ["too-perfect", "The AUC is 1.0."],
  ["too-perfect", "Detects fraud with 100 % precision and never sleeps."],
  ["too-perfect", "An error rate of 0.1 %."],
  ["no-baseline", "Improved model performance by 300 %."],
  ["no-baseline", "Increased revenue by 450 percent."],
  ["no-baseline", "Made the pipeline 40x faster."],
  ["no-baseline", "Boosted engagement by 120 %."],
  ["impossible", "Reached a recall of 104 %."],
  ["impossible", "Reduced latency by 120 %."],
  ["impossible", "Precision of 1.2 on the test set."],
  ["impossible", "Cut costs by 250 percent."],
  ["impossible", "Improved accuracy by 140 percentage points."],
  ["impossible", "Conversion of 130 % in the pilot."],
  ["false-precision", "Increased engagement by 23.4871 %."],
  ["false-precision", "Accuracy of 0.8734912 on the test set."],
  ["false-precision", "Reduced churn by 12.37 %."],
  ["too-large", "I saved $900 million a year."],
  ["too-large", "Generated $2.5 billion in revenue with a new ranking model."],
  ["too-large", "Led 400 engineers."],
  ["alone-and-at-once", "Single-handedly rewrote the entire platform in two days."],
  ["alone-and-at-once", "Built the whole recommendation system alone in 3 days."],
])("%s: %s", (id, text) => {
  expect(doubtsOf(text)).toContain(id);
});

test.each([
  "Scored 12,345,678 rows a night.",
  "Serves 1,234,567 transactions a month.",
  "Raised recall from 0.71 to 0.84 at 90 % precision.",
  "Accuracy of 99.2 % on the MNIST test set, against 92 % for logistic regression.",
  "Cut p99 latency from 120 ms to 80 ms, by 33 %.",
  "Made inference 40x faster than the old service (from 4 s to 100 ms).",
  "Kept 99.95 % uptime over two years.",
  "Saved $2.1M a year by moving batch scoring to spot instances.",
  "Increased sales by 8 % in an A/B test.",
  "The budget of the department was $300 million.",
  "The model handled 12 million users.",
  "Built a prototype alone in two weeks.",
  "Traffic grew from 1,000 to 9,000 visits, by 800 %.",
  "The AUC was 0.913.",
  "Loss fell to 0.0213.",
  "Our recall was 1.0 on 12 cases, which proves nothing against a baseline of 0.9.",
  "Led a team of four.",
])("nothing is doubtful in: %s", (text) => {
  expect(doubtsOf(text)).toEqual([]);
});

test("a doubt says what an interviewer would think and what to write instead", () => {
  const claims = extractClaims("Reduced latency by 120 %.");
  const doubt = claims[0] && doubtOf(claims[0], claims);
  expect(doubt?.said).toContain("120 %");
  expect(doubt?.mend).not.toBe("");
});
