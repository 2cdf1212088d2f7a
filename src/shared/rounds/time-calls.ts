import type { Ms } from "./round.ts";

const MINUTE_MS = 60_000;
/** With this much left the interviewer says so, in rounds that are long enough for it. */
const CALLS = [
  { leftMinutes: 5, inRoundsFrom: 20 },
  { leftMinutes: 1, inRoundsFrom: 5 },
];

/** The call that is to be made now, and all that count as made with it: one that is late stands for those before it. */
export function dueCall(
  { minutes, called }: { minutes: number; called: readonly number[] },
  leftMs: Ms,
): { leftMinutes: number; called: number[] } | undefined {
  const due = CALLS.filter(({ leftMinutes }) => leftMs <= leftMinutes * MINUTE_MS);
  const isFresh = due.some(({ leftMinutes, inRoundsFrom }) => minutes >= inRoundsFrom && !called.includes(leftMinutes));
  if (!isFresh) return undefined;
  const made = due.map(({ leftMinutes }) => leftMinutes);
  return { leftMinutes: Math.min(...made), called: made };
}
