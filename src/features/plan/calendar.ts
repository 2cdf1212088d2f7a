import ical, { ICalCalendarMethod } from "ical-generator";
import { dayOfIso, startOf } from "./model/local-days.ts";
import type { DayPlan } from "./schema.ts";
import type { Situation } from "./situation.ts";

const MINUTE_MS = 60_000;

/**
 * The planned days as iCalendar (RFC 5545). An event's UID is made of its day, so that importing again moves what is there;
 * SEQUENCE grows with time. Times are in UTC, worked out from the hour in the target's time zone for each day by itself, so
 * that a change of the clock between them needs no VTIMEZONE.
 */
export function calendarOf({ target, now }: Situation, days: readonly DayPlan[]): string {
  const calendar = ical({
    name: "Holdout",
    prodId: { company: "holdout", product: "plan", language: "EN" },
    method: ICalCalendarMethod.PUBLISH,
  });
  const sequence = Math.floor(now.getTime() / MINUTE_MS);
  const dated = { stamp: now, lastModified: now, sequence };
  for (const { day, sessions } of days) {
    const local = dayOfIso(day);
    const minutes = sessions.reduce((sum, session) => sum + session.minutes, 0);
    if (local === undefined || minutes === 0) continue;
    const start = startOf(local, target.startHour, target.timeZone);
    calendar.createEvent({
      ...dated,
      id: `plan-${day}@holdout`,
      start,
      end: new Date(start.getTime() + minutes * MINUTE_MS),
      summary: `Holdout: ${sessions[0]?.title ?? ""}${sessions.length > 1 ? ` and ${sessions.length - 1} more` : ""}`,
      description: sessions.map(({ title, minutes: each, reason }) => `${each} min ${title}. ${reason}`).join("\n"),
    });
  }
  if (target.date !== null && dayOfIso(target.date) !== undefined)
    calendar.createEvent({
      ...dated,
      id: "interview@holdout",
      // a day of the calendar is the same day wherever it is read: read as UTC, written without a time
      start: new Date(`${target.date}T00:00:00Z`),
      end: new Date(Date.parse(`${target.date}T00:00:00Z`) + 24 * 60 * MINUTE_MS),
      allDay: true,
      summary: "Interview",
    });
  return calendar.toString();
}
