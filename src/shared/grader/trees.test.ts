import { expect, test } from "vitest";
import { evaluate, softmax } from "./trees.ts";

const stump = { feature: [1, -1, -1], threshold: [0.5, 0, 0], left: [1, 0, 0], right: [2, 0, 0], value: [0, -1, 3] };

test("a row goes left up to the threshold, itself included, and leaves are summed to the start", () => {
  const ensemble = { start: [10], trees: [[stump], [stump]] };
  expect(evaluate(ensemble, [9, 0.5])).toEqual([8]);
  expect(evaluate(ensemble, [9, 0.6])).toEqual([16]);
});

test("each output has trees of its own", () => {
  const leaf = { feature: [-1], threshold: [0], left: [0], right: [0], value: [7] };
  expect(evaluate({ start: [0, 1], trees: [[stump, leaf]] }, [0, 1])).toEqual([3, 8]);
});

test("softmax bears large logits and adds up to 1", () => {
  expect(softmax([1000, 1000])).toEqual([0.5, 0.5]);
  expect(softmax([0, -2000, 0]).reduce((sum, value) => sum + value)).toBeCloseTo(1);
});
