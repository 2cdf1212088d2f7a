import type { Encoder } from "./encoder.ts";
import { rememberingLast } from "./remembering.ts";

/** Sentence vectors alone, of which the last `most` texts are kept: 1.5 kB each, where all tokens of a text take fifty. */
export function openSentences(encoder: Encoder, most: number): (texts: readonly string[]) => Promise<Float32Array[]> {
  return rememberingLast(most, async (texts) => {
    // The short ones together: a batch costs as much as its longest text.
    const sorted = texts.toSorted((a, b) => a.length - b.length);
    const encoded = await encoder.encode(sorted);
    const sentences = new Map(sorted.map((text, at) => [text, encoded[at]?.sentence]));
    return texts.map((text) => sentences.get(text) ?? new Float32Array(encoder.width));
  });
}
