import type { Encoder } from "../../models/encoder/encoder.ts";
import { clausesOf, type Span, windowsOf } from "../clauses.ts";
import { type TextView, viewOf } from "../text-view.ts";

/** A run of neighbouring clauses, as the features see it; `vector` is missing where there is no encoder. */
export type Window = { span: Span; view: TextView; vector: Float32Array | undefined };

export type AnswerView = {
  text: string;
  windows: Window[];
  whole: TextView;
  /** Share of the sentences that deny something; no more than ordinary where it is not nearly all of them. */
  denials: number;
};

const MOST_CLAUSES_AT_ONCE = 3;
const MOST_CLAUSES = 120;

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

// From here on hardly a sentence is left that says something, as in an answer turned into its opposite. Below that people deny
// what others believe ("not X but Y"), which the trees, that saw few such answers, are not told of.
const TURNED = 0.85;
const ORDINARY = 0.3;
const FEWEST_SENTENCES = 3;
/** Denies what follows it without a word of denial: "It is wrong that". */
const FRAME = /\b(?:nobody|no one|wrong|false|untrue|incorrect|mistaken|myth)\b/i;
const FRAME_CHARACTERS = 60;

function denialsIn(text: string): number {
  const sentences = text.split(/[.!?]+\s/).filter((sentence) => /\p{L}/u.test(sentence));
  const share = (denies: (sentence: string) => boolean) =>
    sentences.filter(denies).length / Math.max(1, sentences.length);
  const negated = (sentence: string) => viewOf(sentence).negations > 0;
  const turned = share((sentence) => negated(sentence) || FRAME.test(sentence.slice(0, FRAME_CHARACTERS)));
  return turned >= TURNED && sentences.length >= FEWEST_SENTENCES ? turned : Math.min(ORDINARY, share(negated));
}
