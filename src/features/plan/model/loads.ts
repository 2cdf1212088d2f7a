/** How much of an unknown, by its index, a row is a sum of. */
export type Load = { at: number; load: number };

/** What the skill of a rank counts for among so many: the first most, the second half of it, the third a third; together one. */
export function rankShare(rank: number, count: number): number {
  let total = 0;
  for (let each = 1; each <= count; each++) total += 1 / each;
  return 1 / (rank + 1) / total;
}

/** The skills that are known, by rank; others count nothing. */
export function loadsOf(skills: readonly string[], index: ReadonlyMap<string, number>): Load[] {
  const known = skills.flatMap((id) => index.get(id) ?? []);
  return known.map((at, rank) => ({ at, load: rankShare(rank, known.length) }));
}
