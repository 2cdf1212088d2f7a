/** How much a term tells that is in few of these sets (inverse document frequency). */
export function rarityIn(sets: readonly Iterable<string>[]): (term: string) => number {
  const having = new Map<string, number>();
  for (const terms of sets) for (const term of terms) having.set(term, (having.get(term) ?? 0) + 1);
  return (term) => Math.log((1 + sets.length) / (0.5 + (having.get(term) ?? 0)));
}
