import { dot, type Encoder } from "../models/encoder/encoder.ts";
import { type TextView, viewOf } from "./text-view.ts";

/** How near a text is to a line, 0 to 1: by meaning (cosine; null without an encoder), and by the words that carry meaning. */
export type Similarity = { meaning: number | null; words: number };

/** (texts, lines) */
export async function similaritiesOf(
  { texts, lines }: { texts: readonly string[]; lines: readonly string[] },
  encoder: Encoder | undefined,
): Promise<Similarity[][]> {
  const encoded = encoder && (await encoder.encode([...texts, ...lines])).map(({ sentence }) => sentence);
  const views = [...texts, ...lines].map(viewOf);
  const rarity = rarityIn(views.slice(texts.length));
  return texts.map((_, row) =>
    lines.map((_, column): Similarity => {
      const at = texts.length + column;
      const [a, b] = [encoded?.[row], encoded?.[at]];
      const [text, line] = [views[row], views[at]];
      return {
        meaning: a && b ? Math.max(0, dot(a, b)) : null,
        words: text && line ? sharedWords(text, line, rarity) : 0,
      };
    }),
  );
}

type Rarity = (stem: string) => number;

/** A word that few lines have tells more (inverse document frequency). */
function rarityIn(lines: readonly TextView[]): Rarity {
  const lineCount = new Map<string, number>();
  for (const { content } of lines) for (const stem of content) lineCount.set(stem, (lineCount.get(stem) ?? 0) + 1);
  return (stem) => Math.log((1 + lines.length) / (0.5 + (lineCount.get(stem) ?? 0)));
}

/** Cosine of the two sets of stems, weighted by rarity. */
function sharedWords({ content: a }: TextView, { content: b }: TextView, rarity: Rarity): number {
  const squares = (stems: Iterable<string>) => [...stems].reduce((sum, stem) => sum + rarity(stem) ** 2, 0);
  const both = squares([...a].filter((stem) => b.has(stem)));
  return both === 0 ? 0 : both / Math.sqrt(squares(a) * squares(b));
}
