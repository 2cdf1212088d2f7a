import { FUNCTION_WORDS } from "./function-words.ts";
import type { TextView } from "./text-view.ts";
import { proseScore } from "./word-order.ts";

/** What is compared: a text that should be said, an answer, and the question, whose own words earn nothing. */
export type Comparison = { target: TextView; answer: TextView; question: TextView };

type Feature = (comparison: Comparison) => number;

// Each is between 0 and 1, or a logarithm or small count. Names and order belong to the learned parameters.
const FEATURES: Record<string, Feature> = {
  recall: ({ target, answer, question }) => covered(without(target.content, question.content), answer.content),
  recallWithQuestion: ({ target, answer }) => covered(target.content, answer.content),
  precision: ({ target, answer, question }) => covered(without(answer.content, question.content), target.content),
  precisionWithQuestion: ({ target, answer }) => covered(answer.content, target.content),
  allWords: ({ target, answer }) => dice(new Set(target.stems), new Set(answer.stems)),
  bigrams: ({ target, answer }) => covered(pairsOf(target.stems), pairsOf(answer.stems)),
  contentBigrams: ({ target, answer }) => covered(pairsOf(contentOf(target)), pairsOf(contentOf(answer))),
  sameOrder: ({ target, answer }) => commonSubsequence(target.stems, answer.stems) / Math.max(1, target.stems.length),
  characters: ({ target, answer }) => dice(gramsOf(target.text), gramsOf(answer.text)),
  questionCopied: ({ answer, question }) => covered(answer.content, question.content),
  targetInQuestion: ({ target, question }) => covered(target.content, question.content),
  lengthRatio: ({ target, answer }) => Math.log((1 + answer.words.length) / (1 + target.words.length)),
  answerLength: ({ answer }) => Math.log(1 + answer.words.length),
  targetLength: ({ target }) => Math.log(1 + target.words.length),
  functionWords: ({ answer }) => share(answer.words, (word) => FUNCTION_WORDS.has(word)),
  prose: ({ answer }) => proseScore(answer.words),
  repetition: ({ answer }) => 1 - new Set(answer.stems).size / Math.max(1, answer.stems.length),
  negationsMore: ({ target, answer }) => Math.max(0, answer.negations - target.negations),
  negationsLess: ({ target, answer }) => Math.max(0, target.negations - answer.negations),
  numbersFound: ({ target, answer }) => covered(target.numbers, answer.numbers),
  numbersOther: ({ target, answer, question }) =>
    without(without(answer.numbers, target.numbers), question.numbers).size,
  opposites: ({ target, answer }) => oppositesSaid(target, answer),
};

export const LEXICAL_FEATURES: readonly string[] = Object.keys(FEATURES);

/** Values of all lexical features, in the order of `LEXICAL_FEATURES`. */
export function lexicalFeatures(comparison: Comparison): number[] {
  return Object.values(FEATURES).map((feature) => feature(comparison));
}

function covered(wanted: Set<string>, said: Set<string>): number {
  if (wanted.size === 0) return 0;
  let found = 0;
  for (const each of wanted) if (said.has(each)) found++;
  return found / wanted.size;
}

function dice(a: Set<string>, b: Set<string>): number {
  const sizes = a.size + b.size;
  return sizes === 0 ? 0 : (2 * covered(a, b) * a.size) / sizes;
}

function without(all: Set<string>, these: Set<string>): Set<string> {
  return new Set([...all].filter((each) => !these.has(each)));
}

function share<T>(all: T[], which: (each: T) => boolean): number {
  return all.filter(which).length / Math.max(1, all.length);
}

function contentOf({ stems, content }: TextView): string[] {
  return stems.filter((stem) => content.has(stem));
}

function pairsOf(stems: string[]): Set<string> {
  return new Set(stems.slice(1).map((stem, at) => `${stems[at]} ${stem}`));
}

function gramsOf(text: string): Set<string> {
  const plain = ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
  const grams = new Set<string>();
  for (let at = 0; at + 4 <= plain.length; at++) grams.add(plain.slice(at, at + 4));
  return grams;
}

/** Length of the longest common subsequence of two lists of words. */
function commonSubsequence(a: string[], b: string[]): number {
  let above = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const row = [0];
    for (let at = 0; at < b.length; at++)
      row.push(word === b[at] ? (above[at] ?? 0) + 1 : Math.max(above[at + 1] ?? 0, row[at] ?? 0));
    above = row;
  }
  return above[b.length] ?? 0;
}

const OPPOSITES = `more less|increase decrease|increases decreases|increased decreased|higher lower|high low|large small
larger smaller|bigger smaller|faster slower|fast slow|before after|above below|over under|same different|open closed
first last|always never|all none|positive negative|true false|with without|connected disconnected|on off|hot cold|light dark
long short|longer shorter|strong weak|stronger weaker|up down|in out|left right|start end|add remove|win lose|good bad
better worse|hard soft|heavy light|gain lose|high low|maximum minimum|top bottom|early late|static dynamic|linear nonlinear
precision recall|bias variance|online offline|supervised unsupervised|encoder decoder|prior posterior|global local
overfit underfit|overfitting underfitting|training test|source target|dense sparse|convex nonconvex`;

const oppositeOf = new Map<string, Set<string>>();
for (const pair of OPPOSITES.split(/[|\n]/)) {
  const [a = "", b = ""] = pair.trim().split(" ");
  oppositeOf.set(a, (oppositeOf.get(a) ?? new Set()).add(b));
  oppositeOf.set(b, (oppositeOf.get(b) ?? new Set()).add(a));
}

/** How many words of the target stand in the answer as their opposite, and not as themselves. */
function oppositesSaid(target: TextView, answer: TextView): number {
  const said = new Set(answer.words);
  const turned = [...new Set(target.words)].filter((word) => {
    const opposites = oppositeOf.get(word);
    return opposites !== undefined && !said.has(word) && [...opposites].some((each) => said.has(each));
  });
  return turned.length;
}
