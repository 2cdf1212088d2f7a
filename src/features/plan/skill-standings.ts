import type { Part } from "../../shared/content/holdout.ts";
import type { Standing } from "./schema.ts";
import { type Halves, standingOf, triedSkills } from "./standing.ts";

/** What is expected of a candidate on middling items of one skill, 0 to 1, with the interval of 90 %. */
export type SkillStanding = Standing & { from: Part };

/** Every skill that was tried: from the holdout where that says anything of it, else from practice, which flatters. */
export function skillStandings(halves: Halves): Map<string, SkillStanding> {
  const standings = new Map<string, SkillStanding>();
  for (const from of ["practice", "holdout"] as const) {
    for (const skill of triedSkills(halves[from]))
      standings.set(skill, { ...standingOf(halves[from], new Map([[skill, 1]])), from });
  }
  return standings;
}
