import type { Encoder } from "../../models/encoder/encoder.ts";
import { clausesOf, type Span, windowsOf } from "../clauses.ts";
import { type TextView, viewOf } from "../text-view.ts";

/** A run of neighbouring clauses, as the features see it; `vector` is missing where there is no encoder. */
export type Window = { span: Span; view: TextView; vector: Float32Array | undefined };

export type AnswerView = {
  text: string;
  windows: Window[];
  whole: TextView;
  /** Share of the sentences that deny something. */
  denials: number;
};

const MOST_CLAUSES_AT_ONCE = 3;
const MOST_CLAUSES = 60;

/** Reads an answer clause by clause; `text` has been through the gates. */
export async function readAnswer(text: string, encoder: Encoder | undefined): Promise<AnswerView> {
  const clauses = clausesOf(text).slice(0, MOST_CLAUSES);
  const spans = windowsOf(text, clauses, MOST_CLAUSES_AT_ONCE);
  const encoded = encoder ? await encoder.encode(clauses.map((clause) => clause.text)) : [];
  const windows = spans.map((span): Window => {
    const inside = encoded.filter((_, at) => isInside(clauses[at], span));
    const vector = encoder && meanOf(inside.map((each) => ({ vector: each.sentence, weight: each.ids.length })));
    return { span, view: viewOf(span.text), vector };
  });
  return { text, windows, whole: viewOf(text), denials: denialsIn(text) };
}

function isInside(clause: Span | undefined, span: Span): boolean {
  return clause !== undefined && clause.start >= span.start && clause.end <= span.end;
}

/** Weighted mean of vectors, of length 1. */
function meanOf(parts: { vector: Float32Array; weight: number }[]): Float32Array {
  const sum = new Float32Array(parts[0]?.vector.length ?? 0);
  for (const { vector, weight } of parts)
    for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) + weight * (vector[at] ?? 0);
  const length = Math.hypot(...sum) || 1;
  return sum.map((value) => value / length);
}

function denialsIn(text: string): number {
  const sentences = text.split(/[.!?]+\s/).filter((sentence) => /\p{L}/u.test(sentence));
  return sentences.filter((sentence) => viewOf(sentence).negations > 0).length / Math.max(1, sentences.length);
}
