import { SAID_APART } from "../reading.ts";
import { MET, type Topic, type TopicSoFar } from "./talk.ts";

export const LEAST_SE = 0.04;
export const USUAL_SPREAD = 0.2;
export const MOST_EVIDENCE = 8;

/** A topic with how it has gone, and what it was worth. */
export type Gone = { topic: Topic; so: TopicSoFar; score: number; se: number };

/** Words to another matter are words: nothing was shown by them. Silence is not judged. */
export function hasSpoken(gone: readonly Pick<Gone, "so">[]): boolean {
  return gone.some(({ so }) => so.said.length > 0 || so.strayed > 0);
}

/** The share of what the points by themselves would bring that a topic was given. */
export function heldBack({ reading }: TopicSoFar, score: number): number {
  const all = reading?.points.reduce((sum, { points }) => sum + points, 0) ?? 0;
  const made = reading?.points.reduce((sum, { points, probability }) => sum + points * probability, 0) ?? 0;
  return made === 0 ? 1 : Math.min(1, (score * all) / made);
}

export function strongerThan(missed: readonly string[], candidate: "spoken" | "silent"): string {
  if (candidate === "silent") return "Nothing was said that could be judged.";
  return missed.length === 0 ? "Nothing of weight was missing." : `Missing: ${missed.slice(0, 3).join("; ")}.`;
}

export function missedOf(topic: Topic, so: TopicSoFar): string[] {
  return topic.points
    .filter(({ id }) => (so.reading?.points.find((each) => each.id === id)?.probability ?? 0) < MET)
    .map(({ metWhen }) => metWhen);
}

/** The utterance in which a place lies: readings speak of all that was said about a topic, joined. */
export function momentOf(
  { said }: TopicSoFar,
  span: { start: number; text: string },
): { seq: number | null; quote: string } {
  let before = 0;
  for (const { seq, text } of said) {
    before += text.length + SAID_APART.length;
    if (span.start < before) return { seq, quote: span.text.trim() };
  }
  return { seq: said.at(-1)?.seq ?? null, quote: span.text.trim() };
}
