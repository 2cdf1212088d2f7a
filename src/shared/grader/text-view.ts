import { stemmer } from "stemmer";
import { FUNCTION_WORDS } from "./function-words.ts";

/** A text as the features see it. All lists run in the order of the text. */
export type TextView = {
  text: string;
  words: string[];
  /** Porter stems of `words`. */
  stems: string[];
  /** Distinct stems of the words that carry meaning. */
  content: Set<string>;
  numbers: Set<string>;
  /** Number of negations: "not", "never", "without", "isn't" … */
  negations: number;
};

const WORD = /[\p{L}\p{N}]+(?:['’.\-/@][\p{L}\p{N}]+)*/gu;
const NEGATIONS = new Set(["no", "not", "never", "none", "neither", "nor", "nothing", "without", "cannot", "nobody"]);

export function viewOf(text: string): TextView {
  const words = wordsOf(text);
  const stems = words.map(stemOf);
  return {
    text,
    words,
    stems,
    content: new Set(stems.filter((_, at) => !FUNCTION_WORDS.has(words[at] ?? ""))),
    numbers: new Set(words.filter((word) => /^\d/.test(word)).map((word) => word.replace(/^0+(?=\d)/, ""))),
    negations: words.filter((word) => NEGATIONS.has(word) || word.endsWith("n't")).length,
  };
}

/** Words in lower case; "O(n log n)" gives o, n, log, n. */
export function wordsOf(text: string): string[] {
  return (text.normalize("NFKC").toLowerCase().match(WORD) ?? []).map((word) => word.replaceAll("’", "'"));
}

const stems = new Map<string, string>();

// An answer repeats its words, and a bank repeats its terms.
function stemOf(word: string): string {
  let stem = stems.get(word);
  if (stem === undefined) {
    stem = stemmer(word);
    if (stems.size < 50_000) stems.set(word, stem);
  }
  return stem;
}
