const PLAIN = /^[\n -~]*$/;

/** A text as searches compare it: small letters without accents, words with one space around each. */
export function folded(text: string): string {
  const small = text.toLowerCase();
  // nearly all of most postings: ten times as fast without the tables of Unicode
  const words = PLAIN.test(small)
    ? small.replace(/[^a-z0-9+#]+/g, " ")
    : small
        .normalize("NFKD")
        .replace(/\p{M}+/gu, "")
        .replace(/[^\p{L}\p{N}+#]+/gu, " ");
  return ` ${words.trim()} `;
}

/** Whether each word of `asked` begins one of `text`; both folded. */
export function hasWords(text: string, asked: string): boolean {
  return (
    asked.trim() === "" ||
    asked
      .trim()
      .split(" ")
      .every((word) => text.includes(` ${word}`))
  );
}
