import { expect, test } from "vitest";
import { marksIn } from "./marks-in.ts";

test("figures are marked where they stand, and no word is lost", () => {
  const quote = "From 4 % to 5 %, then 4 % again.";
  const pieces = marksIn(quote, ["4 %", "5 %", "gone", "4 %"]);
  expect(pieces.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(["4 %", "5 %", "4 %"]);
  expect(pieces.map(({ text }) => text).join("")).toBe(quote);
  expect(marksIn("", [])).toEqual([]);
});
