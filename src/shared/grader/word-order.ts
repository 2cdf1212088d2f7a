import { FUNCTION_WORDS } from "./function-words.ts";
import table from "./parameters/word-order.json" with { type: "json" };

// Which small words follow which is the same whatever a text is about. Terms thrown together, or a good answer shuffled,
// have the words of prose and not their order.

const BEGIN = "^";
const END = "$";
const PRIOR = 5;

export type WordOrder = { pairs: Record<string, number> };

type Counts = { pairs: Map<string, number>; before: Map<string, number>; after: Map<string, number>; all: number };

const counts = countsOf(table);

/** Mean log-likelihood ratio of neighbouring word classes against chance: above 0 for prose, below for shuffled words. */
export function proseScore(words: string[]): number {
  const classes = [BEGIN, ...words.map(classOf), END];
  let sum = 0;
  for (let at = 1; at < classes.length; at++) sum += ratio(classes[at - 1] ?? "", classes[at] ?? "");
  return sum / (classes.length - 1);
}

/** Counts of neighbouring word classes over many texts; rare ones are left out. */
export function learnWordOrder(texts: string[][], least: number): WordOrder {
  const pairs = new Map<string, number>();
  for (const words of texts) {
    const classes = [BEGIN, ...words.map(classOf), END];
    for (let at = 1; at < classes.length; at++) {
      const pair = `${classes[at - 1]} ${classes[at]}`;
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
  }
  const kept = [...pairs].filter(([, count]) => count >= least).sort(([a], [b]) => (a < b ? -1 : 1));
  return { pairs: Object.fromEntries(kept) };
}

function ratio(first: string, second: string): number {
  const chance = ((counts.after.get(second) ?? 0) + 1) / (counts.all + 300);
  const seen = counts.pairs.get(`${first} ${second}`) ?? 0;
  return Math.log((seen + PRIOR * chance) / ((counts.before.get(first) ?? 0) + PRIOR) / chance);
}

function classOf(word: string): string {
  if (FUNCTION_WORDS.has(word)) return word;
  return /^\d/.test(word) ? "#" : "C";
}

function countsOf({ pairs }: WordOrder): Counts {
  const counts: Counts = { pairs: new Map(Object.entries(pairs)), before: new Map(), after: new Map(), all: 0 };
  for (const [pair, count] of counts.pairs) {
    const [first = "", second = ""] = pair.split(" ");
    counts.before.set(first, (counts.before.get(first) ?? 0) + count);
    counts.after.set(second, (counts.after.get(second) ?? 0) + count);
    counts.all += count;
  }
  return counts;
}
