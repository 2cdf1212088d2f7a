import * as fc from "fast-check";
import { expect, test } from "vitest";
import { learnedBreaks } from "../learned.ts";
import { splitSentences } from "./split-sentences.ts";

const pieces = (text: string) => splitSentences(text, learnedBreaks()).map((each) => each.text);

test.each([
  [
    "It took 3.2 s, e.g. at Acme Inc. in Leeds. We fixed it.",
    ["It took 3.2 s, e.g. at Acme Inc. in Leeds.", "We fixed it."],
  ],
  [
    "Dr. Smith said no! So… we waited... and then it came.",
    ["Dr. Smith said no!", "So… we waited... and then it came."],
  ],
  ["we stopped at 5 p.m. that day. i went on", ["we stopped at 5 p.m. that day.", "i went on"]],
  ['She said "no." I asked why.', ['She said "no."', "I asked why."]],
  ["- I measured\n- I cut\n\nIt fell", ["I measured", "I cut", "It fell"]],
  ["1. Measure first\n2. Then cut", ["Measure first", "Then cut"]],
])("sentences of %j", (text, expected) => {
  expect(pieces(text)).toEqual(expected);
});

test("a line that an editor wrapped does not end a sentence", () => {
  const wrapped =
    "The model was slow because every request read its\nfeatures from a table that nobody had an index on, and\n" +
    "I was asked to find out why. I looked at the traces and\nfound it.";
  expect(pieces(wrapped)).toHaveLength(2);
});

test("speech without a stop is cut where a thought begins, and a choice keeps its reason", () => {
  const spoken =
    "so last year i was at a bank and we had this model for credit and it was really slow and my job was to make it faster " +
    "and so i looked at the logs and found that the lookups take most of the time so i decided to add a cache because the " +
    "features change once a day and in the end latency went from 400 to 90 milliseconds what i learned is to measure first";
  const read = pieces(spoken);
  expect(read.length).toBeGreaterThan(5);
  expect(read.find((each) => each.includes("decided"))).toContain("because the features change");
  expect(read.at(-1)).toBe("what i learned is to measure first");
  expect(read.some((each) => each.startsWith("and my job was"))).toBe(true);
});

const bits = fc.constantFrom(
  "I ",
  "so ",
  ". ",
  "... ",
  "\n",
  "\n\n",
  "- ",
  "1. ",
  "e.g. ",
  "3.5 ",
  "”",
  "and then i ",
  "é",
  "🙂",
  "。",
);
const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(fc.oneof(bits, fc.string()), { maxLength: 200 }).map((all) => all.join("")),
);

test("whatever the text, sentences are its own words, in order, apart", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      let last = 0;
      for (const { start, end, text: own } of splitSentences(text, learnedBreaks())) {
        expect(text.slice(start, end)).toBe(own);
        expect(start).toBeGreaterThanOrEqual(last);
        expect(own.trim()).toBe(own);
        expect(own).not.toBe("");
        last = end;
      }
    }),
  );
});
