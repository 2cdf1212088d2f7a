import type { TextSpan } from "../../../shared/claims/claim.ts";
import { viewOf } from "../../../shared/grader/text-view.ts";

const RUN = 3;
/** Runs of this many words and more are marked. */
const FEWEST_MARKED_WORDS = 6;
const WORD = /[\p{L}\p{N}]+(?:['’.\-/][\p{L}\p{N}]+)*/gu;

type Word = { start: number; end: number; word: string };

/** Share of `text`'s runs of three words that stand in `other` too, 0 to 1 (containment: Broder, 1997). */
export function containment(text: string, other: string): number {
  const own = runsOf(wordsIn(text));
  const theirs = new Set(runsOf(wordsIn(other)));
  return own.length === 0 ? 0 : own.filter((run) => theirs.has(run)).length / own.length;
}

/** Passages of `text` that stand word for word in `other`. */
export function sharedPassages(text: string, other: string): TextSpan[] {
  const words = wordsIn(text);
  const theirs = new Set(runsOf(wordsIn(other)));
  const shared = new Set<number>();
  runsOf(words).forEach((run, at) => {
    if (theirs.has(run)) for (let more = 0; more < RUN; more++) shared.add(at + more);
  });
  const passages: TextSpan[] = [];
  for (let from = 0; from < words.length; from++) {
    if (!shared.has(from)) continue;
    let to = from;
    while (shared.has(to + 1)) to++;
    const [first, last] = [words[from], words[to]];
    if (first && last && to - from + 1 >= FEWEST_MARKED_WORDS)
      passages.push({ start: first.start, end: last.end, text: text.slice(first.start, last.end) });
    from = to;
  }
  return passages;
}

/** Cosine of how often each content word is used. */
export function sameWords(text: string, other: string): number {
  const [own, theirs] = [countsOf(text), countsOf(other)];
  let product = 0;
  for (const [stem, count] of own) product += count * (theirs.get(stem) ?? 0);
  const length = (counts: Map<string, number>) => Math.hypot(...counts.values());
  return product === 0 ? 0 : product / (length(own) * length(theirs));
}

function countsOf(text: string): Map<string, number> {
  const { stems, content } = viewOf(text);
  const counts = new Map<string, number>();
  for (const stem of stems) if (content.has(stem)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}

function wordsIn(text: string): Word[] {
  return [...text.matchAll(WORD)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
    word: word.toLowerCase().replaceAll("’", "'"),
  }));
}

function runsOf(words: readonly Word[]): string[] {
  return words.slice(RUN - 1).map((_, at) =>
    words
      .slice(at, at + RUN)
      .map(({ word }) => word)
      .join(" "),
  );
}
