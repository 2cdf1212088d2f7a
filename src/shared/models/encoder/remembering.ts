import type { Encoded, Encoder } from "./encoder.ts";

/** Keeps what was encoded last: questions and references come back with every answer. */
export function remembering(encoder: Encoder, most: number): Encoder {
  const known = new Map<string, Encoded>();
  return {
    ...encoder,
    encode: async (texts) => {
      const found = new Map<string, Encoded>();
      for (const text of texts) {
        const before = known.get(text);
        if (before) found.set(text, before);
      }
      const fresh = [...new Set(texts)].filter((text) => !found.has(text));
      const encoded = fresh.length > 0 ? await encoder.encode(fresh) : [];
      fresh.forEach((text, at) => {
        found.set(text, encoded[at] as Encoded);
      });
      for (const [text, each] of found) {
        known.delete(text); // and set anew: a map is in the order of insertion, the oldest first
        known.set(text, each);
      }
      for (const text of known.keys()) {
        if (known.size <= most) break;
        known.delete(text);
      }
      return texts.map((text) => found.get(text) as Encoded);
    },
  };
}
