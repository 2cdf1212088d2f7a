import type { Part } from "../../shared/content/holdout.ts";
import { readinessFor } from "./model/readiness.ts";
import type { Halves } from "./standing.ts";

/** What is expected of a candidate on middling items of one skill, 0 to 1, with the interval of 90 %. */
export type SkillStanding = { rows: number; expected: number; interval: [number, number]; enough: boolean; from: Part };

/** Every skill that was tried: from the holdout where that says anything of it, else from practice, which flatters. */
export function skillStandings(halves: Halves): Map<string, SkillStanding> {
  const standings = new Map<string, SkillStanding>();
  for (const from of ["practice", "holdout"] as const) {
    const counts = Map.groupBy(halves[from].rows.flat(), (skill) => skill);
    for (const [skill, seen] of counts) {
      const { expected, interval, enough } = readinessFor(halves[from], new Map([[skill, 1]]));
      standings.set(skill, { rows: seen.length, expected, interval, enough, from });
    }
  }
  return standings;
}
