const MOST_WORDS = 12;

/** What search looks through: small letters, figures and single blanks alone. */
export function wordsOf(...texts: readonly string[]): string {
  return partsOf(texts.join(" ")).join(" ");
}

/** The words that are looked for; each may be the middle of a longer one. */
export function searchWords(typed: string): string[] {
  return partsOf(typed).slice(0, MOST_WORDS);
}

function partsOf(text: string): string[] {
  // letters and figures alone, so that nothing in them is a sign of a pattern
  return (
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
