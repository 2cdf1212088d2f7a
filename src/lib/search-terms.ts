/** What a search looks for: words of letters and figures alone, so that nothing in them is a sign of a pattern. */
export function searchTerms(text: string): string[] {
  return (
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
