/**
 * Days of a calendar as whole numbers: days since 1970-01-01 of that calendar. A plan is made of days as people live them, in
 * their time zone: one of 23 or 25 hours is one day like any other.
 */
export type LocalDay = number;

const DAY_MS = 86_400_000;

/** The local day of a time, in a time zone by its IANA name. */
export function localDay(at: Date, timeZone: string): LocalDay {
  const { year, month, day } = partsOf(at, timeZone);
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

/** `localDay` for many times: a UTC day whose start and end have one offset has it all through, so that few are asked for. */
export function localDays(timeZone: string): (at: Date) => LocalDay {
  const offsets = new Map<number, number | null>();
  const offsetOn = (utcDay: number): number | null => {
    const known = offsets.get(utcDay);
    if (known !== undefined) return known;
    const [start, end] = [utcDay * DAY_MS, (utcDay + 1) * DAY_MS - 1000].map((ms) => offsetMs(new Date(ms), timeZone));
    const found = start !== undefined && start === end ? start : null;
    offsets.set(utcDay, found);
    return found;
  };
  return (at) => {
    const offset = offsetOn(Math.floor(at.getTime() / DAY_MS));
    return offset === null ? localDay(at, timeZone) : Math.floor((at.getTime() + offset) / DAY_MS);
  };
}

/** When a day begins its hour `hour` in a time zone. An hour that the clock leaps over begins when the clock has leapt. */
export function startOf(day: LocalDay, hour: number, timeZone: string): Date {
  const wall = day * DAY_MS + hour * 3_600_000;
  // the offset is that of a time that is not known yet: the first guess may lie on the other side of a change
  const guess = wall - offsetMs(new Date(wall), timeZone);
  const second = wall - offsetMs(new Date(guess), timeZone);
  return new Date(offsetMs(new Date(second), timeZone) === wall - second ? second : Math.max(guess, second));
}

/** "2026-11-27". */
export function isoOfDay(day: LocalDay): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** Of "2026-11-27"; undefined for what is no day of the calendar. */
export function dayOfIso(iso: string): LocalDay | undefined {
  const day = Date.parse(`${iso}T00:00:00Z`) / DAY_MS;
  return /^\d{4}-\d{2}-\d{2}$/.test(iso) && Number.isInteger(day) && isoOfDay(day) === iso ? day : undefined;
}

/** Monday is 1, Sunday is 7 (ISO 8601). */
export function weekdayOf(day: LocalDay): number {
  // 1970-01-01 was a Thursday
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

export function isTimeZone(name: string): boolean {
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const numeric = "numeric" as const;
  const made = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
    timeZone,
    hourCycle: "h23",
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
    second: numeric,
  });
  formats.set(timeZone, made);
  return made;
}

type Parts = { year: number; month: number; day: number; hour: number; minute: number; second: number };

function partsOf(at: Date, timeZone: string): Parts {
  const parts = formatOf(timeZone).formatToParts(at);
  const read = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  return {
    year: read("year"),
    month: read("month"),
    day: read("day"),
    hour: read("hour"),
    minute: read("minute"),
    second: read("second"),
  };
}

/** How far the wall clock of a time zone is ahead of UTC. */
function offsetMs(at: Date, timeZone: string): number {
  const { year, month, day, hour, minute, second } = partsOf(at, timeZone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at.getTime() / 1000) * 1000;
}
