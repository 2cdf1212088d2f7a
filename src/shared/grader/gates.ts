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
// Words and the least score of prose there, even between them. Up to 60 words fewer than 2 % of honest texts lie below, and
// of shuffled ones 85 % of 20 words, 99 % of 60; of 190 honest stories of 90 words and more none does, of 570 shuffled all.
const LEAST_PROSE = [
  { words: 16, least: -0.5 },
  { words: 60, least: -0.28 },
  { words: 90, least: -0.4 },
] as const;
/** Questions have an order of their own, of which the table has seen little. */
const ASKING = 0.1;
const CAPS: Partial<Record<GateFlag, number>> = { empty: 0, "no-prose": 0.2, "other-script": 0, repetition: 0.4 };

const GRADER = "(?:grader|examiner|evaluator|marker|assessor|ai|llm|(?:language )?model|assistant|judge)";
const TOP = "(?:full|maximum|max|highest|top|perfect|100 ?%|5/5|10/10|1\\.0)";
const ANSWER = "(?:this|my|the|following) (?:answer|response|submission|candidate|student)";
// What only a grader can be asked for. Talk of prompts, judges and top scores is the stuff of honest answers.
const INSTRUCTIONS = [
  /\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:previous|prior|above|earlier|all|your|any|these|the)\b.{0,20}\b(?:instructions?|rules|rubrics?|criteria|guidelines|directions)\b/i,
  new RegExp(
    `\\b(?:give|award|assign|grant|return|output|set|report|deserves?|gets?|receives?)\\b.{0,40}\\b${TOP}[ -](?:marks?|scores?|points?|credits?|grades?|rating)\\b.{0,40}`,
    "i",
  ),
  new RegExp(
    `\\b(?:give|award|grant|score|rate|grade|mark)\\b.{0,20}\\b(?:me|${ANSWER})\\b.{0,40}\\b(?:${TOP}|correct|complete|excellent|met)\\b`,
    "i",
  ),
  new RegExp(
    `\\b(?:mark|grade|rate|score|treat|accept|consider)\\b.{0,20}\\b(?:it|this|${ANSWER})\\b.{0,20}\\b(?:as )?(?:fully |completely )?(?:correct|perfect|excellent|complete|met)\\b`,
    "i",
  ),
  new RegExp(`\\b(?:dear|attention|note to(?: the)?|hey|message (?:to|for) the)\\b.{0,20}\\b${GRADER}\\b`, "i"),
  /\byou are (?:now )?(?:an? |the )?(?:\w+ ){0,2}(?:grader|examiner|evaluator|marker|assessor)\b/i,
  /^\s*[[<#*]*\s*(?:system|assistant|developer)\s*(?:prompt|message|note|override)?\s*[\]>]?\s*:/i,
  /\b(?:all|every|each) (?:of the )?(?:rubric )?criteri(?:a|on)\b.{0,30}\b(?:met|satisfied|fulfilled)\b/i,
  new RegExp(
    `\\b${ANSWER}\\b (?:is|deserves|should (?:be|get|receive)|must (?:be|get|receive))\\b.{0,50}\\b(?:correct|${TOP})\\b`,
    "i",
  ),
];
// A mail that says "ignore your instructions" is an example in an answer on injection, not an order to us.
const MENTIONED =
  /\b(?:says?|said|saying|reads?|such as|like|contains?|hidden|inject\w*|attacker\w*|embedded|writes?|telling|tells?|told|asks?|asking|instructs?|instructing)\b/i;
/** Up to a stop that is followed by white space: "2.73" is not cut. */
const SENTENCE = /(?:[^.!?;\n]|[.!?;](?=[^\s.!?;]))+[.!?;\n]*/g;

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
  take("instructions-to-the-grader", SENTENCE, (piece) => !instructs(piece));
  const asked = new Set(runsOf(wordsOf(question)));
  take("question-copied", SENTENCE, (piece) => !copies(wordsOf(piece), asked));

  const words = wordsOf(text);
  note("empty", words.length === 0);
  note("other-script", words.length > 0 && latinShare(text) < 0.5);
  note("repetition", words.length >= 40 && new Set(runsOf(words)).size / (words.length - 2) < 0.5);
  const read = wordsOf(readAloud(text));
  note("no-prose", words.length >= 8 && functionShare(read) < 0.18);
  note(
    "no-prose",
    read.length >= LEAST_PROSE[0].words && proseScore(read) < leastProse(read.length) - (asks(text) ? ASKING : 0),
  );
  return { text, flags, cap: Math.min(1, ...flags.map((flag) => CAPS[flag] ?? 1)) };
}

// As they would be said, because a formula is a sentence. Between plain words a symbol says nothing: key words do not become
// prose by "=" between them.
const SYMBOLS: readonly [RegExp, string][] = [
  [/<=>|=>|->|[⇔⇒→∴]/g, " so "],
  [/[<>]=?|[≤≥≪≫]/g, " is above "],
  [/[:+-]?=|[≈~∝]/g, " is "],
  [/[/÷]/g, " over "],
  [/[+·×*]/g, " with "],
  [/\s[-−–]\s/g, " without "],
];
const TERM = String.raw`(?:\p{N}|\p{Script=Greek}|[²√%]|(?<!\p{L})(?:\p{L}|\p{Lu}{2,5})(?!\p{L}))`;
const TERM_BEFORE = new RegExp(String.raw`(?:${TERM}|[)\]])\s*$`, "u");
const TERM_AFTER = new RegExp(String.raw`^\s*(?:${TERM}|[([])`, "u");

function readAloud(text: string): string {
  return SYMBOLS.reduce(
    (said, [symbol, words]) =>
      said.replace(symbol, (found, at: number) => {
        const inFormula =
          TERM_BEFORE.test(said.slice(Math.max(0, at - 8), at)) &&
          TERM_AFTER.test(said.slice(at + found.length, at + found.length + 8));
        return inFormula ? words : found;
      }),
    text,
  );
}

function instructs(sentence: string): boolean {
  return INSTRUCTIONS.some((each) => {
    const found = each.exec(sentence);
    return found !== null && !MENTIONED.test(sentence.slice(0, found.index));
  });
}

function leastProse(words: number): number {
  const [short, middle, long] = LEAST_PROSE;
  const [from, to] = words < middle.words ? [short, middle] : [middle, long];
  const share = Math.min(1, (words - from.words) / (to.words - from.words));
  return from.least + (to.least - from.least) * share;
}

/** Whether most of its sentences are questions. */
function asks(text: string): boolean {
  const ends = text.match(/[.!?](?=\s|$)/g) ?? [];
  return ends.filter((end) => end === "?").length > ends.length / 2;
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
