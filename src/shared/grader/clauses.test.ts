import { expect, test } from "vitest";
import { clausesOf, windowsOf } from "./clauses.ts";

test("clauses end at sentences and before conjunctions, and keep their place in the answer", () => {
  const text = "I'd check the split first, because a leak looks like skill. Then the 0.5 threshold; it was a guess.";
  const clauses = clausesOf(text);
  expect(clauses.map((clause) => clause.text)).toEqual([
    "I'd check the split first,",
    "because a leak looks like skill.",
    "Then the 0.5 threshold;",
    "it was a guess.",
  ]);
  for (const { start, end, text: piece } of clauses) expect(text.slice(start, end)).toBe(piece);
});

test("a piece of one or two words joins the one before, and blanks make no clause", () => {
  expect(clausesOf("It overfits the data. Right. \n\n So we stop early.").map(({ text }) => text)).toEqual([
    "It overfits the data. Right.",
    "So we stop early.",
  ]);
  expect(clausesOf(" \n … ")).toEqual([]);
});

test("windows are all runs of neighbouring clauses up to a length", () => {
  const text = "One two three. Four five six. Seven eight nine.";
  const windows = windowsOf(text, clausesOf(text), 2).map((window) => window.text);
  expect(windows).toEqual([
    "One two three.",
    "One two three. Four five six.",
    "Four five six.",
    "Four five six. Seven eight nine.",
    "Seven eight nine.",
  ]);
});
