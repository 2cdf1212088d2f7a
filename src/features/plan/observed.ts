import type { Observation } from "./model/abilities.ts";
import type { LogRow } from "./repo.ts";

const DAY_MS = 86_400_000;
const MIDDLING = 3;

/** A time as the skill model counts it: days since 1970, in UTC, so that no change of the clock moves it. */
export function dayNumber(at: Date): number {
  return at.getTime() / DAY_MS;
}

export type Observed = Observation & Pick<LogRow, "id" | "at" | "part" | "secondsUsed">;

/** A row of the log as the skill model sees it. What is no item of the bank (a line of impact, one's own code) is middling. */
export function observed(row: LogRow, difficultyOf: (itemId: string) => number | undefined): Observed {
  return {
    id: row.id,
    at: row.at,
    part: row.part,
    secondsUsed: row.secondsUsed,
    itemId: row.itemId,
    skills: row.skills,
    difficulty: difficultyOf(row.itemId) ?? MIDDLING,
    day: dayNumber(new Date(row.at)),
    score: row.score,
    standardError: row.standardError,
    hints: row.help.hints,
    revealed: row.help.revealed,
  };
}
