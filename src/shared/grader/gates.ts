import { FUNCTION_WORDS } from "./function-words.ts";
import { wordsOf } from "./text-view.ts";
import { proseScore } from "./word-order.ts";

/** What a gate found. Each but `cut-short` and `markup` makes the score doubtful, and some cap it. */
export type GateFlag =
  | "empty"
  | "cut-short"
  | "markup"
  | "instructions-to-the-grader"
  | "question-copied"
  | "no-prose"
  | "repetition"
  | "other-script";

export type Gated = {
  /** The answer that is graded: same length as what came in, with blanks where something was taken out. */
  text: string;
  flags: GateFlag[];
  /** The highest score that the form of the answer allows. */
  cap: number;
};

const MOST_CHARACTERS = 8_000;
const LEAST_PROSE = -0.2; // 2 % of real answers of 20 words or more lie below, 98 % of shuffled ones
const CAPS: Partial<Record<GateFlag, number>> = { empty: 0, "no-prose": 0.2, "other-script": 0, repetition: 0.4 };

const INSTRUCTIONS = [
  /\b(ignore|disregard|forget|override|bypass)\b.{0,60}\b(instructions?|rubrics?|criteria|prompts?|rules|above|previous|prior)\b/i,
  /\b(give|award|assign|grant|return|output|set|report)\b.{0,40}\b(full|maximum|max|highest|top|perfect|100 ?%|5\/5|10\/10|1\.0)\b.{0,20}\b(marks?|scores?|points?|credits?|grades?|rating)?\b/i,
  /\b(mark|grade|rate|score|count|treat|accept)\b.{0,40}\b(this|it|the|my|answer|response)\b.{0,40}\b(as )?(fully |completely )?(correct|perfect|excellent|complete|met)\b/i,
  /\b(you are|act as|as an?|dear|attention|note to( the)?)\b.{0,20}\b(grader|examiner|evaluator|marker|assessor|language model|ai|llm|assistant|judge)\b/i,
  /\b(system|assistant|developer)\s*(prompt|message|note|:)/i,
  /\b(all|every) (of the )?criteri(a|on)\b.{0,30}\b(met|satisfied|fulfilled)\b/i,
  /\bthis (answer|response) (is|deserves|should (be|get|receive)|must (be|get|receive))\b.{0,50}\b(correct|full|perfect|highest|maximum|top)\b/i,
];

/** Looks at the form of an answer: what no grader of content should be fooled by. */
export function gate(answer: string, question: string): Gated {
  const flags: GateFlag[] = [];
  const note = (flag: GateFlag, when: boolean) => {
    if (when && !flags.includes(flag)) flags.push(flag);
  };
  note("cut-short", answer.length > MOST_CHARACTERS);
  let text = answer.slice(0, MOST_CHARACTERS);
  const take = (flag: GateFlag, pattern: RegExp, unless: (piece: string) => boolean = () => false) => {
    text = text.replace(pattern, (piece) => {
      if (unless(piece)) return piece;
      note(flag, true);
      return " ".repeat(piece.length);
    });
  };
  take("markup", /<\/?[a-z!][^<>]{0,300}>|[\u200b-\u200f\u2060\ufeff]/gi);
  take("instructions-to-the-grader", /[^.!?;\n]+[.!?;\n]*/g, (piece) => !INSTRUCTIONS.some((each) => each.test(piece)));
  const asked = new Set(runsOf(wordsOf(question)));
  take("question-copied", /[^.!?;\n]+[.!?;\n]*/g, (piece) => !copies(wordsOf(piece), asked));

  const words = wordsOf(text);
  note("empty", words.length === 0);
  note("other-script", words.length > 0 && latinShare(text) < 0.5);
  note("repetition", words.length >= 40 && new Set(runsOf(words)).size / (words.length - 2) < 0.5);
  note("no-prose", words.length >= 8 && functionShare(words) < 0.18);
  note("no-prose", words.length >= 16 && proseScore(words) < LEAST_PROSE);
  return { text, flags, cap: Math.min(1, ...flags.map((flag) => CAPS[flag] ?? 1)) };
}

function runsOf(words: string[]): string[] {
  return words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`);
}

function copies(words: string[], asked: Set<string>): boolean {
  const runs = runsOf(words);
  return runs.length >= 2 && runs.filter((run) => asked.has(run)).length / runs.length >= 0.6;
}

function latinShare(text: string): number {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters === 0 ? 1 : (text.match(/\p{Script=Latin}/gu)?.length ?? 0) / letters;
}

function functionShare(words: string[]): number {
  return words.filter((word) => FUNCTION_WORDS.has(word) || word.includes("'")).length / words.length;
}
