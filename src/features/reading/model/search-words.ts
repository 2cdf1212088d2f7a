import { searchTerms } from "../../../lib/search-terms.ts";

const MOST_WORDS = 12;

/** What search looks through: small letters, figures and single blanks alone. */
export function wordsOf(...texts: readonly string[]): string {
  return searchTerms(texts.join(" ")).join(" ");
}

/** The words that are looked for; each may be the middle of a longer one. */
export function searchWords(typed: string): string[] {
  return searchTerms(typed).slice(0, MOST_WORDS);
}
