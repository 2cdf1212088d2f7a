import type { Encoder } from "./encoder.ts";

/** Sentence vectors alone, of which the last `most` texts are kept: 1.5 kB each, where all tokens of a text take fifty. */
export function openSentences(encoder: Encoder, most: number): (texts: readonly string[]) => Promise<Float32Array[]> {
  const known = new Map<string, Float32Array>();
  return async (texts) => {
    const found = new Map<string, Float32Array>();
    for (const text of texts) {
      const before = known.get(text);
      if (before) found.set(text, before);
    }
    // The short ones together: a batch costs as much as its longest text.
    const fresh = [...new Set(texts)].filter((text) => !found.has(text)).sort((a, b) => a.length - b.length);
    const encoded = fresh.length > 0 ? await encoder.encode(fresh) : [];
    fresh.forEach((text, at) => {
      found.set(text, encoded[at]?.sentence ?? new Float32Array(encoder.width));
    });
    for (const [text, sentence] of found) {
      known.delete(text); // and set anew: a map is in the order of insertion, the oldest first
      known.set(text, sentence);
    }
    for (const text of known.keys()) {
      if (known.size <= most) break;
      known.delete(text);
    }
    return texts.map((text) => found.get(text) ?? new Float32Array(encoder.width));
  };
}
