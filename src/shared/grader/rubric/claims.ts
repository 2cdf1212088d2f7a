import type { CrossEncoder, Longest } from "../../models/encoder/cross-encoder.ts";
import { rememberingLast } from "../../models/encoder/remembering.ts";
import { wordsOf } from "../text-view.ts";
import { softmax } from "../trees.ts";
import type { Window } from "./answer-view.ts";

/** What a passage does with a phrase, as probabilities that sum to 1. */
export type Claim = {
  /** It says what the phrase says. */
  states: number;
  /** It says something else. */
  other: number;
  /** It says the opposite. */
  opposite: number;
  /** It names terms of the phrase and claims nothing about them. */
  nothing: number;
};

/** A phrase, and the passage that comes near it. */
export type Comparison = { phrase: string; passage: string };
export type ClaimReader = (comparisons: readonly Comparison[]) => Promise<Claim[]>;

/** The longest texts that were seen in training (bench/grader/train_claims.py). */
export const LONGEST_COMPARED: Longest = { reference: 48, text: 80 };

const STATED: Claim = { states: 1, other: 0, opposite: 0, nothing: 0 };
export const UNREAD: Claim = { states: 0, other: 0, opposite: 0, nothing: 0 };

// An answer that grows is read again after each turn, a rubric's phrases with it.
const REMEMBERED = 2_000;
const APART = "\u0000";

/** Reads with a cross-encoder that learned it (bench/grader/train_claims.py). */
export function claimReader(cross: CrossEncoder): ClaimReader {
  const read = rememberingLast(REMEMBERED, async (keys) => {
    const logits = await cross.compare(keys.map((key) => key.split(APART) as [string, string]));
    return logits.map((each): Claim => {
      const [states = 0, other = 0, opposite = 0, nothing = 0] = softmax(each);
      return { states, other, opposite, nothing };
    });
  });
  return async (comparisons) => {
    const claims = await read(comparisons.map(({ phrase, passage }) => `${phrase}${APART}${passage}`));
    return comparisons.map((each, at) => (isVerbatim(each) ? STATED : (claims[at] ?? UNREAD)));
  };
}

/** Whether a sentence of the passage is the phrase, word by word: in training such a pair nearly always hid a small "not". */
function isVerbatim({ phrase, passage }: Comparison): boolean {
  const wanted = wordsOf(phrase).join(" ");
  return passage.split(/[.!?]+(?=\s|$)/).some((sentence) => wordsOf(sentence).join(" ") === wanted);
}

const LONGEST = 360;

/**
 * The sentences around a window: "It is not true that" stands outside the clause that it denies. Speech without full stops has
 * sentences of any length: there the window itself.
 */
export function sentencesAround(text: string, { span }: Window): string {
  const ends = [...text.matchAll(/[.!?](?=\s)/g)].map(({ index }) => index + 1);
  const start = ends.findLast((end) => end <= span.start) ?? 0;
  const end = ends.find((each) => each >= span.end) ?? text.length;
  const around = text.slice(start, end).trim();
  return around.length <= LONGEST ? around : span.text;
}
