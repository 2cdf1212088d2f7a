import { loadsOf } from "./loads.ts";
import type { Observation } from "./observation.ts";

/**
 * Rows with the number of exercises on their skills that came after each: what was practised since is not seen in a score.
 * All rows are needed, practice and holdout, looked at or not: whatever was done teaches. Rows of one moment are not after
 * each other.
 */
export function withExercises<Row extends Observation>(
  rows: readonly Row[],
  day: number,
): (Row & { exercisesSince: number })[] {
  const ids = [...new Set(rows.flatMap(({ skills }) => skills))];
  const index = new Map(ids.map((id, at) => [id, at]));
  const known = new Map(
    [...new Set(rows.map(({ skills }) => skills))].map((skills) => [skills, loadsOf(skills, index)]),
  );
  const done = new Float64Array(ids.length);
  const newestFirst = rows.filter((row) => row.day <= day).sort((a, b) => b.day - a.day);
  const counted: (Row & { exercisesSince: number })[] = [];
  let pending = 0;
  for (const row of newestFirst) {
    for (; pending < counted.length && (counted[pending]?.day ?? 0) > row.day; pending++)
      for (const { at, load } of known.get(counted[pending]?.skills ?? []) ?? []) done[at] = (done[at] ?? 0) + load;
    const exercisesSince = (known.get(row.skills) ?? []).reduce((sum, { at, load }) => sum + load * (done[at] ?? 0), 0);
    counted.push({ ...row, exercisesSince });
  }
  return counted;
}
