import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Length } from "./length.ts";
import type { Reading } from "./readability.ts";
import { type Form, scoreExplanation } from "./score.ts";

const reading = (grade: number | null): Reading => ({
  grade,
  se: grade === null ? 0 : 1,
  words: 100,
  wordsASentence: 12,
  syllablesAWord: 1.4,
  longest: null,
});
const length = (words: number): Length => ({
  words,
  fewest: 70,
  most: 170,
  standing: words < 70 ? "short" : words > 170 ? "long" : "right",
});
const NO_PICTURE = { span: null, known: null, limit: null, misleading: false };
const SOUND: Form = { terms: 0, reading: reading(8), length: length(100), analogy: NO_PICTURE };
const graded = (score: number, cap = 1) => ({
  across: score,
  graded: { score: Math.min(score, cap), se: 0.1, cap, abstained: false },
});
const LISTENER = { reading_grade: 10, analogy: "welcome" } as const;

test("what came across is the score where nothing stands in the way", () => {
  expect(scoreExplanation(graded(0.8), SOUND, LISTENER)).toMatchObject({ score: 0.8, sum: [{ part: "across" }] });
});

test("words that the listener does not know cost most: with five of them nothing passes", () => {
  const scoreWith = (terms: number) => scoreExplanation(graded(1), { ...SOUND, terms }, LISTENER).score;
  expect(scoreWith(1)).toBeCloseTo(0.92);
  expect(scoreWith(5)).toBeCloseTo(0.6);
  expect(scoreWith(12)).toBe(scoreWith(5));
});

test("a grade within the error of the formula costs nothing", () => {
  const scoreAt = (grade: number | null) =>
    scoreExplanation(graded(1), { ...SOUND, reading: reading(grade) }, LISTENER).score;
  expect([scoreAt(9), scoreAt(10.9), scoreAt(null)]).toEqual([1, 1, 1]);
  expect(scoreAt(14)).toBeLessThan(scoreAt(12));
});

test("length counts by how far it is off", () => {
  const scoreOf = (words: number) => scoreExplanation(graded(1), { ...SOUND, length: length(words) }, LISTENER).score;
  expect([scoreOf(70), scoreOf(170)]).toEqual([1, 1]);
  expect(scoreOf(180)).toBeGreaterThan(scoreOf(260));
  expect(scoreOf(60)).toBeGreaterThan(scoreOf(35));
});

test("a picture is missed only where it is needed", () => {
  const needs = { ...LISTENER, analogy: "needed" } as const;
  expect(scoreExplanation(graded(1), SOUND, needs).score).toBeLessThan(1);
  expect(scoreExplanation(graded(1), SOUND, { ...LISTENER, analogy: "unneeded" }).score).toBe(1);
});

test("the sum is the score, within 0 and 1 and under the cap", () => {
  const any = fc.record({
    across: fc.double({ min: 0, max: 1, noNaN: true }),
    cap: fc.constantFrom(0, 0.2, 0.5, 1),
    terms: fc.nat(12),
    grade: fc.option(fc.double({ min: -5, max: 40, noNaN: true })),
    words: fc.nat(600),
    misleading: fc.boolean(),
  });
  fc.assert(
    fc.property(any, ({ across, cap, terms, grade, words, misleading }) => {
      const form = {
        terms,
        reading: reading(grade),
        length: length(words),
        analogy: { ...NO_PICTURE, span: misleading ? { start: 0, end: 1, text: "a" } : null, misleading },
      };
      const { score, se, sum } = scoreExplanation(graded(across, cap), form, LISTENER);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(cap);
      expect(se).toBeGreaterThan(0);
      expect(
        Math.max(
          0,
          sum.reduce((total, { amount }) => total + amount, 0),
        ),
      ).toBeCloseTo(score, 9);
    }),
  );
});
