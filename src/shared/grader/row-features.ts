import type { Encoded } from "../models/encoder/encoder.ts";
import { LEXICAL_FEATURES, lexicalFeatures } from "./lexical-features.ts";
import { SEMANTIC_FEATURES, semanticFeatures } from "./semantic-features.ts";
import type { TextView } from "./text-view.ts";

/** A text in both views; `encoded` is missing where there is no encoder. */
export type Seen = { view: TextView; encoded: Encoded | undefined };

/** An answer, and the texts of which any would do. */
export type SeenRow = { question: Seen; references: Seen[]; answer: Seen };

const OVER_ALL = ["meanRecall", "bestRecall", "references"];

export function featureNames(engine: "embedded" | "lexical"): string[] {
  const semantic = engine === "embedded" ? [...SEMANTIC_FEATURES, "meanCosine", "bestSoftRecall"] : [];
  return [...LEXICAL_FEATURES, ...OVER_ALL, ...semantic];
}

/** Features of the reference that is nearest to the answer, some of all together, and which one that was. */
export function rowFeatures({ question, references, answer }: SeenRow): { values: number[]; nearest: number } {
  const lexical = references.map((reference) =>
    lexicalFeatures({ target: reference.view, answer: answer.view, question: question.view }),
  );
  const recalls = lexical.map((values) => values[RECALL] ?? 0);
  const overAll = [mean(recalls), Math.max(...recalls), references.length];
  const encoded = references.flatMap((reference) =>
    reference.encoded && answer.encoded && question.encoded
      ? [semanticFeatures({ target: reference.encoded, answer: answer.encoded, question: question.encoded })]
      : [],
  );
  if (encoded.length < references.length) {
    const nearest = argMax(lexical.map((values) => (values[RECALL] ?? 0) + (values[PRECISION] ?? 0)));
    return { values: [...(lexical[nearest] ?? []), ...overAll], nearest };
  }
  const nearness = encoded.map(
    (values) => (values[COSINE] ?? 0) + (values[SOFT_RECALL] ?? 0) + (values[SOFT_PRECISION] ?? 0),
  );
  const nearest = argMax(nearness);
  const cosines = encoded.map((values) => values[COSINE] ?? 0);
  const softRecalls = encoded.map((values) => values[SOFT_RECALL] ?? 0);
  const semantic = [...(encoded[nearest] ?? []), mean(cosines), Math.max(...softRecalls)];
  return { values: [...(lexical[nearest] ?? []), ...overAll, ...semantic], nearest };
}

const RECALL = LEXICAL_FEATURES.indexOf("recall");
const PRECISION = LEXICAL_FEATURES.indexOf("precision");
const COSINE = SEMANTIC_FEATURES.indexOf("cosine");
const SOFT_RECALL = SEMANTIC_FEATURES.indexOf("softRecall");
const SOFT_PRECISION = SEMANTIC_FEATURES.indexOf("softPrecision");

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function argMax(values: number[]): number {
  return values.reduce((best, value, at) => (value > (values[best] ?? Number.NEGATIVE_INFINITY) ? at : best), 0);
}
