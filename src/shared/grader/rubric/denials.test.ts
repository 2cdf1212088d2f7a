import { expect, test } from "vitest";
import { denialsIn } from "./denials.ts";

test.each([
  "It isn't compute that limits us, it's bandwidth.",
  "Bias is not the problem but variance.",
  "The masks are random, never the same twice.",
  "AdamW does not put the decay in the gradient, it shrinks every weight directly.",
  "Only the keys are shared, not the queries.",
  "No adapter is needed unless the format still fails.",
])("who says what holds instead denies nothing: %s", (sentence) => {
  expect(denialsIn(sentence)).toBe(0);
});

test.each([
  "It is not true that decoding is limited by bandwidth.",
  "I don't think that the stored averages fit, but that the batch does.",
  "It is wrong that units are switched off at random.",
  "The correction does not cancel in expectation.",
  "The pre-period is not fixed before the assignment, so it has not the same mean in both arms.",
])("a right claim denied is a denial: %s", (sentence) => {
  expect(denialsIn(sentence)).toBe(1);
});

test("denials are a share of the sentences", () => {
  expect(denialsIn("It never helps. It adds noise. It is off in service. Nothing is rescaled.")).toBe(0.5);
  expect(denialsIn("")).toBe(0);
});
