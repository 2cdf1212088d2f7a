import { counted } from "../../../src/lib/text.ts";
import { percent } from "../../ui/figures.ts";
import type { Session, WeeklyReview } from "./types.ts";

const longDay = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });
const shortDay = new Intl.DateTimeFormat("en-GB", { weekday: "short", timeZone: "UTC" });

// a day of the plan is a day of the target's time zone already: read as UTC it stays the same day everywhere
const asDate = (day: string) => new Date(`${day}T00:00:00Z`);

/** "Friday 27 November". */
export const dayName = (day: string): string => longDay.format(asDate(day)).replace(",", "");
/** "Fri". */
export const weekdayName = (day: string): string => shortDay.format(asDate(day));

export const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** What the button that begins a session says. */
export const startWords: Record<Session["kind"], string> = {
  reviews: "Start the review",
  item: "Start",
  mock: "Set up the mock",
};

export const minutesOf = (sessions: readonly Session[]): number =>
  sessions.reduce((sum, { minutes }) => sum + minutes, 0);

/** How readiness moved in a week, as far as there is enough evidence to say. */
export function readinessMoved({ now, change }: WeeklyReview["readiness"]): string {
  const [low, high] = now.interval.map(percent);
  const stands = `${percent(now.expected)} (${low} to ${high})`;
  if (change === null)
    return now.enough
      ? `Readiness on items never practised is ${stands}; a week ago too little was known to say how it moved.`
      : "There is not enough evidence from mocks or the diagnostic yet to say how readiness moved; practice alone does not count for it.";
  const points = Math.round(Math.abs(change) * 100);
  const moved = points === 0 ? "did not move" : `${change > 0 ? "rose" : "fell"} by ${counted(points, "point")}`;
  return `Readiness on items never practised ${moved}${points === 0 ? ", and is" : ", to"} ${stands}.`;
}
