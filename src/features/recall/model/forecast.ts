import { dayOf, daysAfter, type Memory, retrievability } from "../../../shared/spacing/memory.ts";

export type Forecast = {
  days: {
    /** 2026-11-25, UTC. */
    day: string;
    /** How many questions return on this day; on the first one, all that are due by then. */
    due: number;
    /** Mean chance of recall of the questions answered so far, if none is reviewed from now on. */
    retained: number;
  }[];
};

export type Remembered = { memory: Memory; due: Date };

/** What will be forgotten, and what will return, over the next `days` days. */
export function forecast(remembered: readonly Remembered[], now: Date, days: number): Forecast {
  const due = new Map<string, number>();
  for (const each of remembered) {
    const day = dayOf(new Date(Math.max(each.due.getTime(), now.getTime())));
    due.set(day, (due.get(day) ?? 0) + 1);
  }
  return {
    days: Array.from({ length: days }, (_, at) => {
      const then = daysAfter(now, at);
      const recall = remembered.reduce((sum, { memory }) => sum + retrievability(memory, then), 0);
      return {
        day: dayOf(then),
        due: due.get(dayOf(then)) ?? 0,
        retained: remembered.length === 0 ? 0 : recall / remembered.length,
      };
    }),
  };
}
