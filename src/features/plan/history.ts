import { type LocalDay, localDays } from "./model/local-days.ts";
import type { Observed } from "./observed.ts";

/** A page left open overnight is no practice of eight hours. */
const MOST_SECONDS_A_ROW = 4 * 3600;

type Done = { days: number; last: LocalDay };

/** What the log says of when what was done, in days of a time zone. */
export type History = {
  items: ReadonlyMap<string, Done>;
  skills: ReadonlyMap<string, Done>;
  /** Days with any exercise, and the minutes of each. */
  minutes: ReadonlyMap<LocalDay, number>;
  dayOf: (row: Observed) => LocalDay;
};

/**
 * A row from after `today`, which a clock set back leaves behind, is taken as done by today: it was done. Its minutes are of no
 * day that has come: they would take the time of today on every day until then.
 */
export function historyOf(rows: readonly Observed[], timeZone: string, today: LocalDay): History {
  const dayAt = localDays(timeZone);
  const dayOf = ({ at }: Observed) => dayAt(new Date(at));
  const items = new Map<string, Set<LocalDay>>();
  const skills = new Map<string, Set<LocalDay>>();
  const minutes = new Map<LocalDay, number>();
  for (const row of rows) {
    const day = dayOf(row);
    const by = Math.min(today, day);
    addDay(items, row.itemId, by);
    for (const skill of row.skills) addDay(skills, skill, by);
    if (day <= today) minutes.set(day, (minutes.get(day) ?? 0) + minutesOf(row));
  }
  return { items: doneOf(items), skills: doneOf(skills), minutes, dayOf };
}

export function minutesOf({ secondsUsed }: Observed): number {
  return Math.min(secondsUsed, MOST_SECONDS_A_ROW) / 60;
}

/** On how many of the seven days up to `today` anything was done. */
export function practisedDays({ minutes }: History, today: LocalDay): number {
  return Array.from({ length: 7 }, (_, at) => today - at).filter((day) => minutes.has(day)).length;
}

function addDay(days: Map<string, Set<LocalDay>>, key: string, day: LocalDay): void {
  const known = days.get(key);
  if (known) known.add(day);
  else days.set(key, new Set([day]));
}

function doneOf(days: ReadonlyMap<string, ReadonlySet<LocalDay>>): Map<string, Done> {
  return new Map([...days].map(([key, own]) => [key, { days: own.size, last: Math.max(...own) }]));
}
