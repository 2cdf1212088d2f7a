import { expect, test } from "vitest";
import { nextStep } from "./next-step.ts";
import type { Measured, RoundReadiness } from "./types.ts";
import { optimismSaid } from "./wording.ts";

const standing = (expected: number, enough = true) => ({
  rows: 40,
  expected,
  interval: [expected - 0.1, expected + 0.1] as [number, number],
  enough,
});
const measured = (expected: number, over: Partial<Measured> = {}): Measured => ({
  holdout: standing(expected),
  practice: standing(0.8),
  optimism: 0.8 - expected,
  narrowedBy: [],
  ...over,
});
const unknown = measured(0.5, {
  holdout: standing(0.5, false),
  optimism: null,
  narrowedBy: [{ kind: "depth", skills: ["x"], minutes: 5 }],
});
const round = (kind: RoundReadiness["kind"], own: Measured): RoundReadiness => ({
  round: `the ${kind} round`,
  kind,
  ...own,
});
const step = (overall: Measured, rounds: RoundReadiness[]) =>
  nextStep(
    { readiness: { role: "mle", title: "ML Engineer", asOf: "", overall, rounds, forecast: null } },
    (skill) => `skill ${skill}`,
  );

test("without enough evidence the diagnostic is the thing to do, on what would tell most", () => {
  const { to, reason } = step(unknown, []);
  expect(to).toBe("/diagnostic");
  expect(reason).toContain("skill x");
});

test("with enough it says where one stands, and sends to where the weakest round is practised", () => {
  const { title, to, reason } = step(measured(0.62), [round("coding", measured(0.7)), round("design", measured(0.5))]);
  expect(title).toBe("ML Engineer: 62 % (52 to 72 %)");
  expect(to).toBe("/design");
  expect(reason).toContain("the design round: 50 %");
});

test("a round of which too little is known is no weakest one, and is named", () => {
  const { to, reason } = step(measured(0.62), [round("coding", measured(0.7)), round("behavioral", unknown)]);
  expect(to).toBe("/code");
  expect(reason).toContain("the behavioral round");
});

test("the optimism of practice is told either way, in one sentence", () => {
  expect(optimismSaid(measured(0.6))).toContain("20 points better");
  expect(optimismSaid(measured(0.6, { optimism: -0.2 }))).toContain("the harder ones");
  expect(optimismSaid(measured(0.6, { optimism: 0.05 }))).toContain("no sign that it flatters you");
  expect(optimismSaid(unknown)).toContain("not known yet");
});
