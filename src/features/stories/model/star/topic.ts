import { viewOf } from "../../../../shared/grader/text-view.ts";
import { dot } from "../../../../shared/models/encoder/encoder.ts";

/** How far a sentence is from what the story is about, 0 to 1 each: asides stray. */
type Topic = Record<string, number>;

export function topicsOf(sentences: readonly string[], vectors: readonly Float32Array[] | undefined): Topic[] {
  const contents = sentences.map((text) => viewOf(text).content);
  const having = new Map<string, number>();
  for (const content of contents) for (const stem of content) having.set(stem, (having.get(stem) ?? 0) + 1);
  return contents.map((content, at) => {
    const again = [...content].filter((stem) => (having.get(stem) ?? 0) > 1).length;
    const words = { "no word again": again === 0 ? 1 : 0, "words again": again / Math.max(1, content.size) };
    return vectors ? { ...words, ...farness(vectors, at) } : words;
  });
}

function farness(vectors: readonly Float32Array[], at: number): Topic {
  const own = vectors[at];
  const others = vectors.filter((_, other) => other !== at);
  if (!own || others.length === 0) return {};
  const near = others.map((other) => dot(own, other)).toSorted((a, b) => b - a);
  const nearest = near.slice(0, 3);
  const beside = [vectors[at - 1], vectors[at + 1]].flatMap((other) => (other ? [dot(own, other)] : []));
  return {
    "far from story": 1 - mean(near),
    "far from nearest": 1 - mean(nearest),
    "far from neighbours": 1 - mean(beside),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
