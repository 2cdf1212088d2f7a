import { failed, ok, type Result } from "../../../lib/result.ts";
import type { TargetBody } from "../schema.ts";
import { dayOfIso, isoOfDay, isTimeZone, localDay } from "./local-days.ts";

const MOST_HOURS_A_WEEK = 80;
const MOST_HOURS_A_DAY = 14;
const MOST_DAYS_AHEAD = 730;

/** Whether a target can be planned for; else what to mend, in words. */
export function checkTarget(
  target: TargetBody,
  { roles, now }: { roles: readonly { id: string }[]; now: Date },
): Result<TargetBody, string> {
  const { role, date, timeZone } = target;
  if (!roles.some(({ id }) => id === role))
    return failed(`There is no role "${role}"; there are ${roles.map(({ id }) => id).join(", ")}.`);
  if (!isTimeZone(timeZone)) return failed(`There is no time zone "${timeZone}"; write it as Europe/Berlin.`);
  const fault = (date === null ? undefined : dateFault(date, localDay(now, timeZone))) ?? timeFault(target);
  return fault === undefined ? ok({ ...target, weekdays: [...new Set(target.weekdays)].sort() }) : failed(fault);
}

function dateFault(date: string, today: number): string | undefined {
  const day = dayOfIso(date);
  if (day === undefined) return `"${date}" is no day of the calendar; write it as 2026-12-24.`;
  if (day < today)
    return `${date} is past: today is ${isoOfDay(today)}. Name a day to come, or none: the plan works without one.`;
  if (day > today + MOST_DAYS_AHEAD) return `${date} is more than two years away. Name none until it is nearer.`;
  return undefined;
}

function timeFault({ hoursAWeek, weekdays }: TargetBody): string | undefined {
  if (!Number.isFinite(hoursAWeek) || hoursAWeek < 0) return "Hours a week are 0 or more.";
  if (hoursAWeek > MOST_HOURS_A_WEEK)
    return `${hoursAWeek} hours a week leave no time to sleep on it: name at most ${MOST_HOURS_A_WEEK}, better what you can keep up.`;
  const days = new Set(weekdays).size;
  if (hoursAWeek > 0 && days === 0) return "Choose at least one weekday, or 0 hours a week.";
  if (hoursAWeek > MOST_HOURS_A_DAY * days && hoursAWeek > 0)
    return `That would be ${Math.round(hoursAWeek / days)} hours a day: choose more weekdays or fewer hours.`;
  return undefined;
}
