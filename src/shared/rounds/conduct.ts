import { type Move, move } from "./move.ts";

const MOST_INSULTS = 3;

/** One insult more: the warning that it brings, or null where it is one too many and the round ends. */
export function countInsult(before: number): { insults: number; warning: Move | null } {
  const insults = before + 1;
  return { insults, warning: insults >= MOST_INSULTS ? null : move("warn", { about: `${insults}` }) };
}
