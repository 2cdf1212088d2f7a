import type { ProblemState, Verdict } from "../schema.ts";

/** What a person has done with a problem, folded from their submissions. */
export type Progress = { attempts: number; levelsPassed: number };

export const NO_PROGRESS: Progress = { attempts: 0, levelsPassed: 0 };

/** Levels that a verdict on all tests passed; a problem without levels has one. */
export function levelsPassedBy({ verdict, levelsPassed }: Verdict): number {
  return levelsPassed ?? (verdict === "accepted" ? 1 : 0);
}

export function stateOf({ attempts, levelsPassed }: Progress, levels: number): ProblemState {
  if (levelsPassed >= levels) return "solved";
  return attempts > 0 ? "attempted" : "new";
}

/** The highest level that may be read and is judged: one above the last that was passed. */
export function unlockedLevel({ levelsPassed }: Progress, levels: number): number {
  return Math.min(levels, levelsPassed + 1);
}
