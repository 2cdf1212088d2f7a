import { expect, test } from "vitest";
import { condense } from "./condense.ts";
import { told } from "./told.ts";

const STORY = told([
  { part: "aside", text: "Good question, let me think." },
  { part: "situation", text: "I looked after the price model of a hotel site." },
  {
    part: "situation",
    text: "It had been built by three teams over six years, in four languages, and nobody knew all of it.",
  },
  { part: "task", text: "I had to have prices out by seven each morning." },
  { part: "action", text: "I looked at the jobs and talked to a lot of people about them." },
  { part: "action", text: "I chose to drop the nightly retraining, because the prices hardly move in a week." },
  { part: "result", text: "People were happy with it." },
  { part: "result", text: "Late mornings went from nine a month to none." },
  { part: "learning", text: "I ask what has to be fresh before I make it fast." },
]).sentences;
const keptIn = (words: number) => condense(STORY, words).map((at) => STORY[at]?.text ?? "");
const wordsIn = (texts: string[]) => texts.join(" ").split(/\s+/).filter(Boolean).length;

test("half a minute keeps the choice, the figure and one sentence of each part, in order", () => {
  const kept = keptIn(60);
  expect(kept).toContain("I chose to drop the nightly retraining, because the prices hardly move in a week.");
  expect(kept).toContain("Late mornings went from nine a month to none.");
  expect(kept).not.toContain("Good question, let me think.");
  expect(kept).toEqual(STORY.map(({ text }) => text).filter((text) => kept.includes(text)));
});

test.each([0, 5, 20, 40, 75, 300])("no more than %d words are kept", (most) => {
  expect(wordsIn(keptIn(most))).toBeLessThanOrEqual(most);
});

test("where all fits, only the asides go", () => {
  expect(condense(STORY, 300)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});
