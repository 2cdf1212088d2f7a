/** Where a thought ends in speech that was written down without stops; learned from stories whose stops were taken out. */
export type BreakModel = { bias: number; weights: ReadonlyMap<string, number> };

/** Signs of the gap before word `at`: the words around it. */
export function gapFeatures(words: readonly string[], at: number): string[] {
  const [before2 = "", before = "", first = "", second = "", third = ""] = [-2, -1, 0, 1, 2].map(
    (by) => words[at + by],
  );
  return [
    `< ${before}`,
    `<< ${before2} ${before}`,
    `> ${first}`,
    `>> ${first} ${second}`,
    `>>> ${first} ${second} ${third}`,
    `>_ ${first} _ ${third}`,
    `<> ${before} ${first}`,
    ...(first === "so" || first === "and" || first === "but" ? [`joined ${second}`] : []),
  ];
}

/** A word as the model knows it: no case, no marks, and every figure the same. */
export function spokenWord(word: string): string {
  const plain = word
    .toLowerCase()
    .replaceAll("’", "'")
    .replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
  return /\d/.test(plain) ? "#" : plain;
}

/** How likely a thought ends in the gap before word `at`. */
export function breakProbability({ bias, weights }: BreakModel, words: readonly string[], at: number): number {
  const logit = gapFeatures(words, at).reduce((sum, name) => sum + (weights.get(name) ?? 0), bias);
  return 1 / (1 + Math.exp(-logit));
}
