import { softmax } from "../../../../shared/grader/trees.ts";
import { dot } from "../../../../shared/models/encoder/encoder.ts";

/** What a question is about in general (load, latency, labels …), whatever the case: learned from the lines of all cases. */
export type Topics = {
  names: readonly string[];
  /** (names, encoder width) */
  weights: readonly Float32Array[];
  /** (names,) */
  bias: readonly number[];
};

/** What `npm run train:interviewer` writes: eight-bit weights in base64, with a scale for each topic. */
export type TopicParameters = { names: string[]; bias: number[]; scale: number[]; weights: string };

/** The topic of what asks for no fact. */
export const NO_TOPIC = "small talk";

/** Square roots of how likely each topic is: of length 1, so that the dot product of two says how alike they are. */
export function topicsOf({ weights, bias }: Topics, sentence: Float32Array): Float32Array {
  const logits = weights.map((row, topic) => dot(row, sentence) + (bias[topic] ?? 0));
  return Float32Array.from(softmax(logits), Math.sqrt);
}

/** What sentences are about together, of length 1. */
export function profileOf(topics: Topics, sentences: readonly Float32Array[]): Float32Array {
  const sum = new Float32Array(topics.names.length);
  for (const sentence of sentences)
    topicsOf(topics, sentence).forEach((share, topic) => {
      sum[topic] = (sum[topic] ?? 0) + share;
    });
  const length = Math.hypot(...sum) || 1;
  return sum.map((share) => share / length);
}
