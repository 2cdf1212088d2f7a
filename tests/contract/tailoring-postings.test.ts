import { expect, test } from "vitest";
import { labelledPostings, lexiconUnder } from "../../bench/tailoring/labelled.ts";
import { scoresOf } from "../../bench/tailoring/measure.ts";
import { readPosting } from "../../src/features/tailoring/index.ts";
import { loadBank } from "../../src/shared/content/bank.ts";
import { loadPhraseLists } from "../../src/shared/content/tailoring-lexicon.ts";

const lexicon = lexiconUnder("content");
const { skills } = loadBank("content");

test("every skill has phrases, and every label and every phrase names a skill", () => {
  const { lists, faults } = loadPhraseLists("content", skills);
  expect(faults).toEqual([]);
  expect(Object.keys(lists.skills).sort()).toEqual([...skills.keys()].sort());
  const labels = ["development", "held-out", "fresh"]
    .flatMap((set) => labelledPostings(set))
    .flatMap((each) => each.skills);
  expect(labels.filter((id) => !skills.has(id))).toEqual([]);
});

test.each(["development", "held-out"])("the skills of %s postings are found", (set) => {
  const postings = labelledPostings(set);
  expect(postings.length).toBeGreaterThanOrEqual(24);
  const { micro, macro, role, level } = scoresOf(postings, lexicon);
  expect(Math.min(micro, macro)).toBeGreaterThanOrEqual(0.85);
  expect(Math.min(role, level)).toBeGreaterThanOrEqual(0.9);
});

test("postings of other work are said to be none of AI or ML", () => {
  for (const { id, text } of labelledPostings("others"))
    expect([id, readPosting(text, lexicon).about.kind === "ai-ml"]).toEqual([id, false]);
});
