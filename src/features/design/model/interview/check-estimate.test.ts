import { expect, test } from "vitest";
import { checkEstimate, type Quantity } from "./check-estimate.ts";

const quantity = (right: Quantity["right"]): Quantity => ({
  id: "q",
  ask: "How much?",
  unit: typeof right === "number" ? "GB" : "",
  given: {},
  within: 2,
  why: "Because it is so.",
  right,
});

test.each([
  ["10 GB", "right"],
  ["5 GB", "right"],
  ["20000 MB", "right"],
  ["21 GB", "off"],
  ["4.9", "off"],
  ["a lot", "unread"],
  ["  ", "empty"],
])("a quantity of 10 GB within a factor of two: %j is %s", (typed, state) => {
  expect(checkEstimate(quantity(10), typed).state).toBe(state);
});

test.each([
  ["the ranker", "ranker", "right"],
  ["GPU rankers, surely", "ranker", "right"],
  ["the feature store", "features", "off"],
  ["kafka", "queue", "off"],
  ["everything", null, "unread"],
])("a bottleneck: %j is read as %j, which is %s", (typed, value, state) => {
  expect(checkEstimate(quantity(["ranker"]), typed)).toMatchObject({ value, state });
});
