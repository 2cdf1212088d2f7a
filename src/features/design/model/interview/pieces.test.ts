import { expect, test } from "vitest";
import { piecesOf } from "./pieces.ts";

test("sentences stand alone, and parts that are joined can be asked for one by one", () => {
  expect(piecesOf("What is the load, and how fast must it be? And the budget?\nLabels.")).toEqual([
    { whole: "What is the load, and how fast must it be?", parts: ["What is the load", "how fast must it be?"] },
    { whole: "And the budget?", parts: [] },
    { whole: "Labels.", parts: [] },
  ]);
});

test("a condition is no question of its own, and signs alone are none", () => {
  expect(piecesOf("If we are late, is the payment approved?")).toEqual([
    { whole: "If we are late, is the payment approved?", parts: [] },
  ]);
  expect(piecesOf(" ?! … \n")).toEqual([]);
});
