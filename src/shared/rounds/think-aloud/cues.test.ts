import { expect, test } from "vitest";
import { hasCues } from "./cues.ts";

test("a text needs a word of every group", () => {
  const groups = [
    ["test*", "what about"],
    ["empty", "no * at all"],
  ];
  expect(hasCues("I am testing it with an Empty list.", groups)).toBe(true);
  expect(hasCues("What about\nno rows at all?", groups)).toBe(true);
  expect(hasCues("I am testing it.", groups)).toBe(false);
});

test("words are whole, unless they end in an asterisk, and signs are taken as they are", () => {
  expect(hasCues("emptying the bin", [["empty"]])).toBe(false);
  expect(hasCues("the contest", [["test*"]])).toBe(false);
  expect(hasCues("that is O(n)", [["o("]])).toBe(true);
  expect(hasCues("is it?", [["?"]])).toBe(true);
});
