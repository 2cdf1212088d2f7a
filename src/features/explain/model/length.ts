import { countWords } from "../../../lib/text.ts";

export type Length = { words: number; fewest: number; most: number; standing: "short" | "right" | "long" };

export function lengthOf(text: string, [fewest, most]: readonly [number, number]): Length {
  const words = countWords(text);
  return { words, fewest, most, standing: words < fewest ? "short" : words > most ? "long" : "right" };
}
