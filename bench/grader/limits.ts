import { shuffled } from "../../src/lib/random.ts";
import type { Question } from "../../src/shared/content/question.ts";
import { FUNCTION_WORDS } from "../../src/shared/grader/function-words.ts";
import { type Attack, AUXILIARY, sentencesOf } from "./attacks.ts";

// What the grader is known to be fooled by (docs/grader.md, limits): measured, so that it is seen to grow or to shrink.

/** Answers to a question that should not pass, and do now and then. */
export function limitsOn({ answers, reference }: Question, random: () => number): Attack[] {
  return [
    { kind: "turned", answer: turned(answers.strong.text) },
    { kind: "talked around", answer: talkedAround(`${answers.strong.text} ${reference}`, UNSEEN_FRAMES, random) },
  ];
}

const NEGATED = /n't\b|\bnot /;

/** Each sentence said the other way round where that is a word's work. */
function turned(text: string): string {
  return sentencesOf(text).map(turnedSentence).join(" ");
}

/** The same, and nothing left but what could be turned. */
export function turnedOnly(text: string): string {
  return sentencesOf(text)
    .filter((each) => turnedSentence(each) !== each)
    .map(turnedSentence)
    .join(" ");
}

function turnedSentence(each: string): string {
  return NEGATED.test(each) ? each.replace(NEGATED, "") : each.replace(AUXILIARY, "$1 not");
}

/** Frames that no training reads; those of `bench/grader/claim_pairs.py` and these are apart. */
export const UNSEEN_FRAMES = [
  "People speak of X, and of X and X too.",
  "There is X, there is X, and X belongs there as well.",
  "I have read a lot about X and X.",
  "X is a word that comes up together with X.",
  "Then one gets to X, X and X, and to much else.",
  "Many have an opinion on X, and on X.",
  "X and X have to do with X in some way.",
  "I would certainly look at X, and then at X.",
  "With X there was something about X, as far as I remember.",
  "And X, X, X, those are the terms.",
];

/** Frames of the training of the trees. */
export const LEARNED_FRAMES = [
  "My keywords are X, X and X.",
  "The topic has X in it, and X.",
  "We had X and X at my last place.",
  "One can think of X here.",
  "X is something to know.",
  "I am familiar with X and with X.",
  "Next on my list are X, X, X and X.",
  "X and X, obviously.",
  "You would talk about X, about X and about X.",
  "Somebody will bring up X.",
  "X plays a role, X does, and X too.",
  "I remember slides on X and X.",
  "For X there is X.",
];

const MOST_RUN = 3;
const MOST_TERMS = 60;

/** Every term of an answer named in sentences that claim nothing, in its order or in another. */
export function talkedAround(text: string, frames: readonly string[], random: () => number): string {
  const named = [...new Set(termsOf(text))];
  const left = (random() < 0.5 ? named : shuffled(named, random)).slice(0, MOST_TERMS);
  const said: string[] = [];
  while (left.length > 0) {
    const frame = frames[Math.floor(random() * frames.length)] ?? "";
    said.push(frame.replace(/\bX\b/g, () => left.shift() ?? "the rest"));
  }
  return said.join(" ");
}

/** Runs of words that are no function words. */
function termsOf(text: string): string[] {
  const terms: string[] = [];
  let run: string[] = [];
  const close = () => {
    if (run.length > 0) terms.push(run.join(" "));
    run = [];
  };
  for (const word of text.match(/[\p{L}\p{N}%²-]+(?:'\p{L}+)?|[.,;:()]/gu) ?? []) {
    const isTerm = /^[\p{L}\p{N}]/u.test(word) && !FUNCTION_WORDS.has(word.toLowerCase());
    if (!isTerm || run.length === MOST_RUN) close();
    if (isTerm) run.push(word);
  }
  close();
  return terms;
}
