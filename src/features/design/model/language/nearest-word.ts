import { nearest } from "../../../../lib/text.ts";

/** No name is this long, and to look for one near to it costs time. */
const LONGEST = 40;

/** The known word that a written one seems to be meant for. */
export function nearestWord(word: string, known: Iterable<string>): string | undefined {
  return word.length > LONGEST ? undefined : nearest(word, known);
}
