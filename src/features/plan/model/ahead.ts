import { type Abilities, DRIFT_A_DAY, LONGEST_TREND_DAYS, MOST_EXERCISES, othersOf } from "./abilities.ts";
import { get, zeros } from "./cholesky.ts";
import { rankShare } from "./loads.ts";
import type { Observation } from "./observation.ts";

/** Exercises on each skill, by id: so many a day, or in all. */
type Exercises = ReadonlyMap<string, number>;

/**
 * What is believed of abilities some days from now: each changes by what this person gains or loses in a day and by what its
 * exercises until then add, and wanders by itself and with all others. What is not known of these widens it.
 */
export function abilitiesAhead(abilities: Abilities, days: number, exercises: Exercises): Abilities {
  const { skills, mean, covariance } = abilities;
  const { n } = covariance;
  const { trend, exercise } = othersOf(skills);
  const added = skills.map(({ id }) => Math.min(exercises.get(id) ?? 0, MOST_EXERCISES));
  const marched = Math.min(days, LONGEST_TREND_DAYS);
  const moved = (at: number, value: (unknown: number) => number) =>
    at < skills.length ? value(at) + marched * value(trend) + (added[at] ?? 0) * value(exercise) : value(at);
  const [half, whole] = [zeros(n), zeros(n)];
  for (let row = 0; row < n; row++)
    for (let column = 0; column < n; column++)
      half.of[row * n + column] = moved(row, (unknown) => get(covariance, unknown, column));
  for (let row = 0; row < n; row++)
    for (let column = 0; column < n; column++) {
      const own = row === column ? DRIFT_A_DAY.own : 0;
      const wandered = row < skills.length && column < skills.length ? days * (DRIFT_A_DAY.common + own) : 0;
      whole.of[row * n + column] = moved(column, (unknown) => get(half, row, unknown)) + wandered;
    }
  return { ...abilities, mean: mean.map((_, at) => moved(at, (unknown) => mean[unknown] ?? 0)), covariance: whole };
}

const PACE_DAYS = { least: 7, most: 28 };

/** Exercises a day on each skill over the last four weeks, or since the first row where that is later. */
export function paceOf(rows: readonly Pick<Observation, "day" | "skills">[], day: number): Exercises {
  const first = rows.reduce((least, row) => Math.min(least, row.day), day);
  const days = Math.min(PACE_DAYS.most, Math.max(PACE_DAYS.least, day - first));
  const pace = new Map<string, number>();
  for (const { skills, day: done } of rows) {
    if (done > day || done < day - days) continue;
    for (const [rank, id] of skills.entries())
      pace.set(id, (pace.get(id) ?? 0) + rankShare(rank, skills.length) / days);
  }
  return pace;
}

/** What a pace comes to in some days. */
export function exercisesIn(days: number, pace: Exercises): Exercises {
  return new Map([...pace].map(([id, aDay]) => [id, days * aDay]));
}
