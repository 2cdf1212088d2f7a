import type { ThinkAloudCriterion } from "../../content/think-aloud.ts";
import { gate } from "../../grader/gates.ts";
import type { Compared } from "../../grader/similarity.ts";
import type { Reading } from "../reading.ts";
import { hasCues } from "./cues.ts";

export type Comparing = {
  similarities: (texts: readonly string[], lines: readonly string[]) => Promise<Pick<Compared, "values">>;
};
type Point = Reading["points"][number];
export type HeardAloud = { points: Point[]; flags: string[] };

type Window = { start: number; end: number; text: string };

/** Sentences that are looked at together: a cause and what it leads to often stand in two. */
const MOST_SENTENCES = 2;
// Sentences of honest talk lie at 0.2 to 0.6 of the lines they resemble, and unlike ones reach 0.45 as well: nearness alone
// decides where it is high, and elsewhere only beside a word that such a sentence cannot do without.
const WITH_CUES = { middle: 0.15, slope: 10 };
const WITHOUT_CUES = { middle: 0.72, slope: 16 };
/** Without an encoder nearness is one of words, which is 0 for most honest sentences. */
const WORDS_FROM = 0.25;

/**
 * How likely one utterance meets each criterion: the sentence that does it best, by the words that such a sentence has and
 * its nearness to the lines of the rubric. What the problem's own text says again counts for nothing.
 */
export async function readAloud(
  grader: Comparing,
  { criteria, asked }: { criteria: readonly ThinkAloudCriterion[]; asked: string },
  said: string,
): Promise<HeardAloud> {
  const { text, flags, cap } = gate(said, asked);
  const windows = windowsIn(text);
  const lines = criteria.flatMap(({ say }) => say);
  if (windows.length === 0 || lines.length === 0 || cap === 0) return { points: criteria.map(unheard), flags };
  const { values } = await grader.similarities(
    windows.map((each) => each.text),
    lines,
  );
  let from = 0;
  const points = criteria.map((criterion): Point => {
    const [start, end] = [from, from + criterion.say.length];
    from = end;
    const likely = windows.map((window, row) => {
      const near = Math.max(0, ...(values[row] ?? []).slice(start, end).map(nearness));
      return probability(near, hasCues(window.text, criterion.cues) ? WITH_CUES : WITHOUT_CUES);
    });
    const best = likely.indexOf(Math.max(...likely));
    const { id, points: worth } = criterion;
    return { id, points: worth, probability: Math.min(cap, likely[best] ?? 0), span: windows[best] ?? null };
  });
  return { points, flags };
}

function unheard({ id, points }: ThinkAloudCriterion): Point {
  return { id, points, probability: 0, span: null };
}

function nearness({ meaning, words }: { meaning: number | null; words: number }): number {
  return meaning ?? WORDS_FROM + words;
}

function probability(near: number, { middle, slope }: { middle: number; slope: number }): number {
  return 1 / (1 + Math.exp(-slope * (near - middle)));
}

/** Runs of one to two sentences, with their places. */
function windowsIn(text: string): Window[] {
  const sentences: Window[] = [...text.matchAll(/(?:[^.!?;\n]|[.!?;](?=\S)|\n(?!\s*\n))+[.!?;]*/g)].flatMap((found) => {
    const trimmed = found[0].trim();
    if (!/\p{L}/u.test(trimmed)) return [];
    const start = found.index + found[0].indexOf(trimmed);
    return [{ start, end: start + trimmed.length, text: trimmed }];
  });
  return sentences.flatMap((first, at) =>
    sentences
      .slice(at, at + MOST_SENTENCES)
      .map(({ end }) => ({ start: first.start, end, text: text.slice(first.start, end) })),
  );
}
