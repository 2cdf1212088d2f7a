import { expect, test } from "vitest";
import type { Scorecard } from "../types.ts";
import { markedWords, quotesBySeq } from "./quotes.ts";
import { turnHash, turnOfHash } from "./show-turn.ts";

const evidence = [
  { seq: 4, quote: "averages trees", says: "says that it averages", good: true },
  { seq: 4, quote: "more data never helps", says: "it does", good: false },
  { seq: null, quote: "", says: "nothing was said of cost", good: false },
];
const rounds = [{ dimensions: [{ evidence }], others: [{ evidence }] }] as unknown as Scorecard["rounds"];

test("quotes lie with their turn, and their words are marked in it", () => {
  const quotes = quotesBySeq({ rounds }).get(4) ?? [];
  const text = "It averages trees, and more data never helps.";
  const { criteria, misconceptions } = markedWords(text, quotes);
  const cut = ({ span }: { span: { start: number; end: number } | null }) => span && text.slice(span.start, span.end);
  expect(criteria.map(cut)).toEqual(["averages trees"]);
  // two dimensions stand on the same words
  expect(misconceptions.map(cut)).toEqual(["more data never helps"]);
});

test("a quote that is not in the turn as it stands marks nothing", () => {
  expect(markedWords("Something else.", quotesBySeq({ rounds }).get(4) ?? []).criteria).toEqual([]);
});

test("an address names a turn, or none", () => {
  expect(turnOfHash(`#${turnHash(12)}`)).toBe(12);
  expect(turnOfHash("#turn-twelve")).toBeUndefined();
  expect(turnOfHash("")).toBeUndefined();
});
