import { expect, test } from "vitest";
import { type PaletteEntry, searchEntries } from "./palette-entries.ts";

const entry = (label: string, rest: Partial<PaletteEntry> = {}): PaletteEntry => ({
  id: label,
  label,
  group: "Problems",
  run: () => {},
  ...rest,
});
const entries = [
  entry("Masked multi-head attention", { also: "deep-learning.attention" }),
  entry("ROC-AUC with ties", { also: "evaluation.ranking" }),
  entry("Submit", { group: "This page" }),
];
const found = (typed: string) => searchEntries(entries, typed).map(({ label }) => label);

test("nothing typed shows everything, in order", () => expect(searchEntries(entries, "  ")).toEqual(entries));

test("every typed word must occur, in any order and case", () => {
  expect(found("attention MASK")).toEqual(["Masked multi-head attention"]);
  expect(found("attention ties")).toEqual([]);
});

test("the start of a label beats its middle, hidden words come last", () => {
  const list = [entry("Bandit", { also: "submit" }), entry("Resubmit"), entry("Submit")];
  expect(searchEntries(list, "submit").map(({ label }) => label)).toEqual(["Submit", "Resubmit", "Bandit"]);
});
