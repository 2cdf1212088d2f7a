import { dot } from "../../../../shared/models/encoder/encoder.ts";
import type { StoryPart } from "../../schema.ts";
import { type Chain, marginals } from "./chain.ts";
import { featuresOf, type SentenceFeatures } from "./features.ts";

/** What `npm run train:stories` leaves, read: one for stories with vectors, one for words alone. */
export type StarModel = {
  parts: readonly StoryPart[];
  bias: readonly number[];
  /** Weights of each part for a feature that tells something. */
  features: ReadonlyMap<string, readonly number[]>;
  /** (parts, encoder width); none for words alone. */
  vectors: readonly Float32Array[];
  chain: Chain;
};

export type Labelled = { part: StoryPart; probability: number; probabilities: Record<StoryPart, number> };

/** What is known of sentences beside their words: where they lie in the encoder's space, and the part a heading names. */
type Known = {
  vectors?: readonly Float32Array[] | undefined;
  named?: readonly (StoryPart | undefined)[] | undefined;
};

// The teller's own heading is nearly always right; what was learned stands under "Result" all the same.
const NAMED = 3;

/** The part of each sentence: the likeliest, given all sentences. */
export function labelSentences(model: StarModel, sentences: readonly string[], { vectors, named }: Known): Labelled[] {
  const emissions = featuresOf(sentences, vectors).map((own, at) => {
    const sums = emission(model, own, vectors?.[at]);
    return sums.map((sum, part) => (model.parts[part] === named?.[at] ? sum + NAMED : sum));
  });
  return labelledBy(model.parts, marginals(model.chain, emissions));
}

/** The likeliest part of each row of probabilities. */
export function labelledBy(parts: readonly StoryPart[], likely: readonly (readonly number[])[]): Labelled[] {
  return likely.map((row) => {
    const best = row.indexOf(Math.max(...row));
    const probabilities = Object.fromEntries(parts.map((part, at) => [part, row[at] ?? 0]));
    return {
      part: parts[best] ?? "aside",
      probability: row[best] ?? 0,
      probabilities: probabilities as Record<StoryPart, number>,
    };
  });
}

function emission(model: StarModel, features: SentenceFeatures, vector: Float32Array | undefined): number[] {
  const sums = [...model.bias];
  for (const [name, value] of features)
    model.features.get(name)?.forEach((weight, part) => {
      sums[part] = (sums[part] ?? 0) + weight * value;
    });
  if (vector)
    model.vectors.forEach((row, part) => {
      sums[part] = (sums[part] ?? 0) + dot(row, vector);
    });
  return sums;
}
