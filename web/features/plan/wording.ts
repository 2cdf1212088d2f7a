import type { Session } from "./types.ts";

const longDay = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });
const shortDay = new Intl.DateTimeFormat("en-GB", { weekday: "short", timeZone: "UTC" });
const dayAndMonth = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", timeZone: "UTC" });

// a day of the plan is a day of the target's time zone already: read as UTC it stays the same day everywhere
const asDate = (day: string) => new Date(`${day}T00:00:00Z`);

/** "Friday 27 November". */
export const dayName = (day: string): string => longDay.format(asDate(day)).replace(",", "");
/** "Fri". */
export const weekdayName = (day: string): string => shortDay.format(asDate(day));
/** "27 November". */
export const dateName = (day: string): string => dayAndMonth.format(asDate(day));

export const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** What the button that begins a session says. */
export const startWords: Record<Session["kind"], string> = {
  reviews: "Start the review",
  item: "Start",
  mock: "Set up the mock",
};

export const minutesOf = (sessions: readonly Session[]): number =>
  sessions.reduce((sum, { minutes }) => sum + minutes, 0);
