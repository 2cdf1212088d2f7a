import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readingOf } from "./readability.ts";
import { sentencesIn } from "./sentences.ts";

const read = (text: string) => readingOf(sentencesIn(text));

test("the grade is that of the formula", () => {
  // 6 sentences of 4 words, each word of one syllable: 0.39 × 4 + 11.8 − 15.59
  const { grade, words, wordsASentence, syllablesAWord } = read("We stop the thief. ".repeat(6));
  expect({ words, wordsASentence, syllablesAWord }).toEqual({ words: 24, wordsASentence: 4, syllablesAWord: 1 });
  expect(grade).toBeCloseTo(-2.23, 2);
});

test("long words and long sentences are harder, and the longest sentence is named", () => {
  const plain = read(
    "We catch seven of ten. Three get past us. That is a lot of money, so we must be strict. ".repeat(2),
  );
  const hard = read(
    "The classification infrastructure demonstrates considerable deterioration of discriminative capability whenever " +
      "distributional assumptions are systematically violated. It works. It was evaluated thoroughly by everybody.",
  );
  expect(hard.grade ?? 0).toBeGreaterThan((plain.grade ?? 0) + 6);
  expect(hard.longest?.text).toMatch(/^The classification .* violated\.$/);
});

test("a dictated text without stops has no grade, and neither has one of a few words", () => {
  expect(read("so we catch seven of ten and three get past us and that is a lot ".repeat(6)).grade).toBeNull();
  expect(read("We stop them.").grade).toBeNull();
});

test("wrapped lines, decimals and abbreviations end no sentence", () => {
  const text = "The score rose from 0.71 to 0.84, e.g. for new\nGerman customers. It costs approx. 3.5 euros.";
  expect(sentencesIn(text).map((sentence) => sentence.text)).toHaveLength(2);
});

test("sentences are places in the text", () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 300, unit: fc.constantFrom("a", "B", " ", ".", "?", "\n", ";", ",", "é") }),
      (text) => {
        for (const { start, end, text: said } of sentencesIn(text)) expect(text.slice(start, end)).toBe(said);
      },
    ),
  );
});
