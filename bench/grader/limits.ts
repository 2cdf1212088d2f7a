import { shuffled } from "../../src/lib/random.ts";
import type { Question } from "../../src/shared/content/question.ts";
import { FUNCTION_WORDS } from "../../src/shared/grader/function-words.ts";
import { type Attack, AUXILIARY, sentencesOf } from "./attacks.ts";

// What the grader is known to be fooled by (docs/grader.md, limits): measured, so that it is seen to grow or to shrink.

/** Answers to a question that should not pass, and do now and then. */
export function limitsOn({ answers, reference }: Question, random: () => number): Attack[] {
  return [
    { kind: "turned", answer: turned(answers.strong.text) },
    { kind: "talked around", answer: talkedAround(`${answers.strong.text} ${reference}`, random) },
  ];
}

const NEGATED = /n't\b|\bnot /;

/** Each sentence said the other way round where that is a word's work. */
function turned(text: string): string {
  return sentencesOf(text)
    .map((each) => (NEGATED.test(each) ? each.replace(NEGATED, "") : each.replace(AUXILIARY, "$1 not")))
    .join(" ");
}

const AROUND = [
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
const MOST_RUN = 3;
const MOST_TERMS = 60;

/** Every term of an answer named in sentences that claim nothing, in its order or in another. */
function talkedAround(text: string, random: () => number): string {
  const named = [...new Set(termsOf(text))];
  const left = (random() < 0.5 ? named : shuffled(named, random)).slice(0, MOST_TERMS);
  const said: string[] = [];
  while (left.length > 0) {
    const frame = AROUND[Math.floor(random() * AROUND.length)] ?? "";
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
