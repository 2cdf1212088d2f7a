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

/** The history told last: of a log that only grows, what it holds already is not gone through again. */
export class KeptHistory {
  #kept: { of: string; rows: readonly Observed[]; history: History } | undefined;

  tell(rows: readonly Observed[], timeZone: string, today: LocalDay): History {
    const of = `${today} ${timeZone}`;
    const known = this.#kept?.of === of && begins(rows, this.#kept.rows) ? this.#kept : undefined;
    const history = known
      ? withRows(known.history, rows.slice(known.rows.length), today)
      : withRows(emptyHistory(timeZone), rows, today);
    this.#kept = { of, rows, history };
    return history;
  }
}

/** The rows of an import lie between those that were there: then the last of them has another place. */
function begins(rows: readonly Observed[], known: readonly Observed[]): boolean {
  return known.length === 0 || rows[known.length - 1]?.id === known.at(-1)?.id;
}

function emptyHistory(timeZone: string): History {
  const dayAt = localDays(timeZone);
  return {
    items: new Map(),
    skills: new Map(),
    minutes: new Map(),
    dayOf: ({ at }) => dayAt(new Date(at)),
  };
}

/**
 * Rows come oldest first, after all that a history has; who was told of it before keeps what they were told. A row from after
 * `today`, which a clock set back leaves behind, is taken as done by today: it was done. Its minutes are of no day that has
 * come: they would take the time of today on every day until then.
 */
function withRows(known: History, rows: readonly Observed[], today: LocalDay): History {
  if (rows.length === 0) return known;
  const items = new Map(known.items);
  const skills = new Map(known.skills);
  const minutes = new Map(known.minutes);
  for (const row of rows) {
    const day = known.dayOf(row);
    const by = Math.min(today, day);
    addDay(items, row.itemId, by);
    for (const skill of row.skills) addDay(skills, skill, by);
    if (day <= today) minutes.set(day, (minutes.get(day) ?? 0) + minutesOf(row));
  }
  return { items, skills, minutes, dayOf: known.dayOf };
}

export function minutesOf({ secondsUsed }: Observed): number {
  return Math.min(secondsUsed, MOST_SECONDS_A_ROW) / 60;
}

/** On how many of the seven days up to `today` anything was done. */
export function practisedDays({ minutes }: History, today: LocalDay): number {
  return Array.from({ length: 7 }, (_, at) => today - at).filter((day) => minutes.has(day)).length;
}

function addDay(done: Map<string, Done>, key: string, day: LocalDay): void {
  const known = done.get(key);
  if (known && day <= known.last) return;
  done.set(key, { days: (known?.days ?? 0) + 1, last: day });
}
