/** How much of an unknown, by its index, a row is a sum of. */
export type Load = { at: number; load: number };

/** The first skill counts most, the second half of it, the third a third; together one. Unknown skills count nothing. */
export function loadsOf(skills: readonly string[], index: ReadonlyMap<string, number>): Load[] {
  const known = skills.flatMap((id) => index.get(id) ?? []);
  const total = known.reduce((sum, _, rank) => sum + 1 / (rank + 1), 0);
  return known.map((at, rank) => ({ at, load: 1 / (rank + 1) / total }));
}
