import type { Relation } from "./relations.ts";
import { isOpen, type Nearness, subjectShare } from "./subject.ts";

const MOST_SENTENCES = 60;

/** Sentences of pairs whose words alone do not say whether they speak of one thing: what an encoder is asked about. */
export function undecided(pairs: readonly Relation[]): string[] {
  const open = pairs
    .filter(({ a, b }) => isOpen(a, b))
    .map(({ a, b }) => ({ a, b, share: subjectShare(a, b) }))
    .sort((x, y) => y.share - x.share);
  return [...new Set(open.flatMap(({ a, b }) => [a.claim.sentence.text, b.claim.sentence.text]))].slice(
    0,
    MOST_SENTENCES,
  );
}

/** Reads nearness from a table of sentences against themselves. */
export function nearnessIn(
  sentences: readonly string[],
  meaning: (row: number, column: number) => number | undefined,
): Nearness {
  const at = new Map(sentences.map((sentence, place) => [sentence, place]));
  return (a, b) => {
    const [row, column] = [at.get(a.claim.sentence.text), at.get(b.claim.sentence.text)];
    return row === undefined || column === undefined ? undefined : meaning(row, column);
  };
}
