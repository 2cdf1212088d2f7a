import type { StoryPart } from "../schema.ts";
import { decisionsIn } from "./decisions.ts";
import { hasFigure } from "./figures.ts";
import { countWords } from "./split-run-on.ts";

type Told = { start: number; end: number; text: string; part: StoryPart; probability: number };

// What a listener needs first: what was done and came of it, and just enough of where it was.
const ESSENTIAL: readonly StoryPart[] = ["result", "action", "task", "situation", "learning"];
const WEIGHT: Record<StoryPart, number> = { situation: 1, task: 2, action: 3, result: 3.5, learning: 1.5, aside: 0 };
const DECISION = 2;
const FIGURE = 1.5;
const OPENING = 0.8;

/**
 * Sentences of a story that fit into `words`, in their order: a start for telling it shorter in one's own words. One of each
 * part first, where they fit, then what weighs most for its length. Indices into `sentences`.
 */
export function condense(sentences: readonly Told[], words: number): number[] {
  const lengths = sentences.map(({ text }) => countWords(text));
  const worth = worthOf(sentences);
  const kept = new Set<number>();
  let left = words;
  const take = (at: number) => {
    kept.add(at);
    left -= lengths[at] ?? 0;
  };
  const fits = (at: number) => !kept.has(at) && (worth[at] ?? 0) > 0 && (lengths[at] ?? 0) <= left;
  const density = (at: number) => (worth[at] ?? 0) / Math.max(6, lengths[at] ?? 0);
  for (const part of ESSENTIAL) {
    const own = [...sentences.keys()].filter((at) => sentences[at]?.part === part && fits(at));
    const [best] = own.toSorted((a, b) => (worth[b] ?? 0) - (worth[a] ?? 0) || density(b) - density(a));
    const [short] = own.toSorted((a, b) => density(b) - density(a));
    // In half a minute the weightiest sentence of one part must not crowd out the others.
    const chosen = best !== undefined && (lengths[best] ?? 0) <= words / 3 ? best : short;
    if (chosen !== undefined) take(chosen);
  }
  const rest = [...sentences.keys()].toSorted((a, b) => density(b) - density(a));
  for (const at of rest) if (fits(at)) take(at);
  return [...kept].toSorted((a, b) => a - b);
}

function worthOf(sentences: readonly Told[]): number[] {
  const decisions = decisionsIn({ sentences });
  const firsts = new Set(ESSENTIAL.map((part) => sentences.findIndex((each) => each.part === part)));
  return sentences.map(({ part, text, start }, at) => {
    if (part === "aside") return 0;
    const decision = decisions.find(({ sentence }) => sentence.start === start);
    const chosen = decision === undefined ? 0 : decision.reasoned ? DECISION : DECISION / 2;
    const measured = hasFigure(text) && (part === "result" || part === "task") ? FIGURE : 0;
    return WEIGHT[part] + chosen + measured + (firsts.has(at) ? OPENING : 0);
  });
}
