import type { Config } from "../../src/config.ts";
import { type Lexicon, readPosting, textOfPasted } from "../../src/features/tailoring/index.ts";
import { type Labelled, labelledPostings, lexiconUnder } from "./labelled.ts";

export type Scores = { micro: number; macro: number; precision: number; recall: number; role: number; level: number };

const SETS = ["development", "held-out", "fresh"];

/** How well labelled postings are read: F1 of their skills, and shares of roles and levels that are right. */
export async function benchTailoring({ contentDir }: Config): Promise<Record<string, number>> {
  const lexicon = lexiconUnder(contentDir);
  const figures: Record<string, number> = {};
  for (const set of SETS) {
    const postings = labelledPostings(set);
    figures[`${set}: postings`] = postings.length;
    for (const [name, value] of Object.entries(scoresOf(postings, lexicon))) figures[`${set}: ${name}`] = value;
  }
  const others = labelledPostings("others");
  figures["others: postings"] = others.length;
  figures["others: said to be none"] = share(others, ({ text }) => readPosting(text, lexicon).about.kind !== "ai-ml");
  figures["milliseconds a posting"] = millisecondsOf(lexicon);
  return figures;
}

/** Micro: over all labels. Macro: the mean of each posting's own F1. */
export function scoresOf(postings: readonly Labelled[], lexicon: Lexicon): Scores {
  const counted = postings.map((labelled) => {
    const read = readPosting(textOfPasted(labelled.text), lexicon);
    const found = new Set(read.skills.map(({ skill }) => skill));
    const hits = labelled.skills.filter((skill) => found.has(skill)).length;
    return { labelled, read, hits, found: found.size, asked: labelled.skills.length };
  });
  const sum = (of: (each: (typeof counted)[number]) => number) => counted.reduce((total, each) => total + of(each), 0);
  const hits = sum((each) => each.hits);
  const [found, asked] = [sum((each) => each.found), sum((each) => each.asked)];
  return {
    micro: (2 * hits) / (found + asked),
    macro: sum((each) => (2 * each.hits) / (each.found + each.asked)) / postings.length,
    precision: hits / found,
    recall: hits / asked,
    role: share(counted, ({ read, labelled }) => (read.role.id ?? "unsure") === labelled.role),
    level: share(counted, ({ read, labelled }) => (read.level.id ?? "unsure") === labelled.level),
  };
}

function share<T>(all: readonly T[], holds: (each: T) => boolean): number {
  return all.filter(holds).length / Math.max(1, all.length);
}

const ROUNDS = 20;

function millisecondsOf(lexicon: Lexicon): number {
  const texts = SETS.flatMap((set) => labelledPostings(set)).map(({ text }) => text);
  const before = performance.now();
  for (let round = 0; round < ROUNDS; round++) for (const text of texts) readPosting(text, lexicon);
  return (performance.now() - before) / (ROUNDS * texts.length);
}
