import { expect, test } from "vitest";
import { decisionsIn } from "./decisions.ts";
import { told } from "./told.ts";

const decides = (...sentences: string[]) =>
  decisionsIn({ sentences: told(sentences.map((text) => ({ part: "action", text }))).sentences }).map(
    ({ reasoned }) => reasoned,
  );

test.each([
  "I went with CPU for the rarest pairs, because it needed no new scheduler.",
  "I could have retrained, but I chose separate thresholds first, since that could be undone.",
  "So I split it, a cheap filter now and a retrained model later.",
  "My reason was that none of the managers could see why it said what it said.",
  "I brought one driver into the meeting, as I thought he’d be more convincing than me.",
  "I dropped the embedding instead of tuning it.",
])("a choice with its reason is a decision: %s", (sentence) => {
  expect(decides(sentence)).toEqual([true]);
});

test.each([
  "I worked very hard on it and had many meetings.",
  "I cleaned the data and I added some features.",
  "We compared a few products.",
  "I collaborated with all stakeholders.",
  "Everybody helped each other because it was important.",
])("a count of I is none: %s", (sentence) => {
  expect(decides(sentence)).toEqual([]);
});

test("the reason may stand in the next sentence", () => {
  expect(decides("I decided to drop the transformer.", "The reason was that nobody could debug it.")).toEqual([true]);
  expect(decides("I decided to drop the transformer.", "It was a nice day.")).toEqual([false]);
});
