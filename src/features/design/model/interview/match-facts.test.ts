import { expect, test } from "vitest";
import { conceptMatcher } from "./concept-overlap.ts";
import { factLines, type Heard, matchFacts, topicMatcher } from "./match-facts.ts";

const FACTS = [
  { about: "Load", asked: ["How many requests a second?", "QPS?"], answer: "Five thousand. It grows." },
  { about: "Budget", asked: ["How much may it cost?", "Money?"], answer: "60,000 dollars." },
];
const LINES = factLines(FACTS);

/** Near, by words, to the lines that `near` gives. */
function heard(question: string, near: Record<string, number>): Heard {
  const values = LINES.map(({ text }) => ({ meaning: null, words: near[text] ?? 0 }));
  return { question, lines: LINES, near: values, concepts: conceptMatcher(LINES)(question), onTopic: null };
}

test("lines are the ways of asking, the heading, each sentence of the answer, and small talk", () => {
  expect(LINES.filter(({ fact }) => fact === 0).map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
    "asked: How many requests a second?",
    "asked: QPS?",
    "asked: Load",
    "answer: Five thousand.",
    "answer: It grows.",
  ]);
  expect(LINES.filter(({ fact }) => fact === null).length).toBeGreaterThan(20);
});

test("the fact whose line is nearest comes first", () => {
  const [first, second] = matchFacts(heard("What may the thing cost?", { "How much may it cost?": 0.8 }));
  expect(first).toMatchObject({ fact: 1 });
  expect(first?.sure).toBeGreaterThan(0.6);
  expect(second?.sure).toBeLessThan(0.1);
});

test("what is nearer to small talk than to any fact asks for none", () => {
  const [first] = matchFacts(heard("Hello there", { "Hello, nice to meet you.": 1, "Money?": 0.2 }));
  expect(first?.sure).toBeLessThan(0.1);
});

test("a heading in its own words is always understood", () => {
  const near = { "Hello, nice to meet you.": 1 };
  expect(matchFacts(heard("budget.", near))[0]).toEqual({ fact: 1, sure: 1 });
});

test("a topic that the lines of a fact have in common with a question speaks for that fact", () => {
  const topics = {
    names: ["load", "small talk"],
    weights: [Float32Array.of(5, 0), Float32Array.of(0, 5)],
    bias: [0, 0],
  };
  const vectors = LINES.map(({ fact }) => (fact === 0 ? Float32Array.of(1, 0) : Float32Array.of(0, 1)));
  const about = topicMatcher(topics, LINES, vectors)(Float32Array.of(1, 0));
  expect(about.facts.get(0)).toBeCloseTo(1, 5);
  expect(about.facts.get(1)).toBeLessThan(0.3);
  expect(about.none).toBeLessThan(0.1);
});
