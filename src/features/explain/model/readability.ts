import type { TextSpan } from "../../../shared/claims/claim.ts";
import { syllablesIn } from "./syllables.ts";
import { spokenWords } from "./words.ts";

export type Reading = {
  /** Flesch–Kincaid grade; null where the text has too few words or no full stops to tell it from. */
  grade: number | null;
  /** Standard error of the grade, from how much the sentences differ. */
  se: number;
  words: number;
  wordsASentence: number;
  syllablesAWord: number;
  longest: TextSpan | null;
};

const FEWEST_WORDS = 20;
/** Above this mean nobody wrote sentences: a dictated text without stops. */
const MOST_WORDS_A_SENTENCE = 55;

/**
 * Reading level of a text: 0.39 × words a sentence + 11.8 × syllables a word − 15.59, in years of United States schooling
 * (Kincaid, Fishburne, Rogers and Chissom, Derivation of New Readability Formulas for Navy Enlisted Personnel, 1975).
 */
export function readingOf(sentences: readonly TextSpan[]): Reading {
  const counts = sentences.map(({ text }) => countsOf(text)).filter(({ words }) => words > 0);
  const words = sum(counts.map((each) => each.words));
  const syllables = sum(counts.map((each) => each.syllables));
  const wordsASentence = words / Math.max(1, counts.length);
  const syllablesAWord = syllables / Math.max(1, words);
  const told = words >= FEWEST_WORDS && wordsASentence <= MOST_WORDS_A_SENTENCE;
  const grade = told ? 0.39 * wordsASentence + 11.8 * syllablesAWord - 15.59 : null;
  const longest = sentences.toSorted((a, b) => countsOf(b.text).words - countsOf(a.text).words)[0] ?? null;
  return { grade, se: told ? errorOf(counts) : 0, words, wordsASentence, syllablesAWord, longest };
}

type Counts = { words: number; syllables: number };

function countsOf(sentence: string): Counts {
  const words = spokenWords(sentence);
  return { words: words.length, syllables: sum(words.map(syllablesIn)) };
}

/** Jackknife over the sentences (Efron, 1979): what leaving each out in turn does to the grade. */
function errorOf(counts: readonly Counts[]): number {
  const all = { words: sum(counts.map((each) => each.words)), syllables: sum(counts.map((each) => each.syllables)) };
  const count = counts.length;
  if (count < 2) return 3;
  const without = counts.map(
    ({ words, syllables }) =>
      (0.39 * (all.words - words)) / (count - 1) +
      (11.8 * (all.syllables - syllables)) / Math.max(1, all.words - words),
  );
  const mean = sum(without) / count;
  return Math.sqrt(((count - 1) / count) * sum(without.map((each) => (each - mean) ** 2)));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
