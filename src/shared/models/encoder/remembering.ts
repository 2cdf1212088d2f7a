import type { Encoder } from "./encoder.ts";

/** Keeps what was encoded last: questions and references come back with every answer. */
export function remembering(encoder: Encoder, most: number): Encoder {
  return { ...encoder, encode: rememberingLast(most, encoder.encode) };
}

type Work<T> = (texts: string[]) => Promise<T[]>;

/** `work`, of which the results for the last `most` texts are kept; it is handed each text that is not known once. */
export function rememberingLast<T>(most: number, work: Work<T>): (texts: readonly string[]) => Promise<T[]> {
  const known = new Map<string, T>();
  return async (texts) => {
    const found = new Map<string, T>();
    for (const text of texts) {
      const before = known.get(text);
      if (before) found.set(text, before);
    }
    const fresh = [...new Set(texts)].filter((text) => !found.has(text));
    const done = fresh.length > 0 ? await work(fresh) : [];
    fresh.forEach((text, at) => {
      found.set(text, done[at] as T);
    });
    for (const [text, each] of found) {
      known.delete(text); // and set anew: a map is in the order of insertion, the oldest first
      known.set(text, each);
    }
    for (const text of known.keys()) {
      if (known.size <= most) break;
      known.delete(text);
    }
    return texts.map((text) => found.get(text) as T);
  };
}
