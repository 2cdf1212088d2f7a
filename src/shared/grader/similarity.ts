import { dot } from "../models/encoder/encoder.ts";
import { rarityIn } from "./rarity.ts";
import { type TextView, viewOf } from "./text-view.ts";

/** How near a text is to a line, 0 to 1: by meaning (cosine; null without an encoder), and by the words that carry meaning. */
type Similarity = { meaning: number | null; words: number };
/** Where they lie in the encoder's space, each of length 1. */
type Vectors = { texts: Float32Array[]; lines: Float32Array[] };
/** The nearer of the two readings. */
export function nearnessOf(near: Similarity | undefined): number {
  return Math.max(near?.meaning ?? 0, near?.words ?? 0);
}
export type Compared = { values: Similarity[][]; vectors: Vectors | null };

type Encode = (texts: readonly string[]) => Promise<Float32Array[]>;

/** (texts, lines) */
export async function compareWithLines(
  { texts, lines }: { texts: readonly string[]; lines: readonly string[] },
  encode: Encode | undefined,
): Promise<Compared> {
  const encoded = encode && (await encode([...texts, ...lines]));
  const vectors = encoded ? { texts: encoded.slice(0, texts.length), lines: encoded.slice(texts.length) } : null;
  const views = { texts: texts.map(viewOf), lines: lines.map(viewOf) };
  const rarity = rarityIn(views.lines.map(({ content }) => content));
  const values = views.texts.map((text, row) =>
    views.lines.map((line, column): Similarity => {
      const [a, b] = [vectors?.texts[row], vectors?.lines[column]];
      return { meaning: a && b ? Math.max(0, dot(a, b)) : null, words: sharedWords(text, line, rarity) };
    }),
  );
  return { values, vectors };
}

/** Cosine of the two sets of stems, weighted by rarity. */
function sharedWords({ content: a }: TextView, { content: b }: TextView, rarity: (stem: string) => number): number {
  const squares = (stems: Iterable<string>) => [...stems].reduce((sum, stem) => sum + rarity(stem) ** 2, 0);
  const both = squares([...a].filter((stem) => b.has(stem)));
  return both === 0 ? 0 : both / Math.sqrt(squares(a) * squares(b));
}
