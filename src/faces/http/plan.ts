import type { PlanningRoom } from "../../features/plan/index.ts";
import { PlannedTarget, TargetBody, Today, Week, WeeklyReview } from "../../features/plan/schema.ts";
import { ok, type Result } from "../../lib/result.ts";
import { failureResponse } from "./failures.ts";
import { type Route, withBody } from "./route.ts";

const ROOT = "/api/plan";
/** Of a day: longer than anybody works. */
const MOST_MINUTES = 720;

/** The plan over HTTP: parse, call, format. */
export function planRoutes(planning: PlanningRoom): Route[] {
  return [
    {
      method: "get",
      path: `${ROOT}/target`,
      summary: "What you prepare for, and the roles there are",
      answer: { json: PlannedTarget },
      handle: async () => ok(await planning.target()),
    },
    withBody({
      method: "put",
      path: `${ROOT}/target`,
      summary: "Sets what you prepare for: role, day of the interview or none, hours a week, weekdays, time zone",
      body: TargetBody,
      answer: { json: PlannedTarget },
      handle: async ({ body }) => said(await planning.setTarget(body)),
    }),
    {
      method: "get",
      path: `${ROOT}/today`,
      summary: "What to do today and why, and the days after; `minutes` is how much time there is now",
      answer: { json: Today },
      handle: async ({ query }) => {
        const minutes = minutesOf(query.minutes);
        if (Number.isNaN(minutes))
          return failureResponse("bad-input", `minutes is a whole number from 1 to ${MOST_MINUTES}.`);
        return said(await planning.today({ minutes }));
      },
    },
    {
      method: "get",
      path: `${ROOT}/week`,
      summary: "The days until the interview, at most fourteen, with what is planned for each",
      answer: { json: Week },
      handle: async () => ok(await planning.week()),
    },
    {
      method: "get",
      path: `${ROOT}/review`,
      summary:
        "The last seven days: minutes by area against what was set aside, readiness then and now, what comes next",
      answer: { json: WeeklyReview },
      handle: () => planning.weeklyReview(),
    },
    {
      method: "get",
      path: `${ROOT}/calendar.ics`,
      summary: "The plan as iCalendar; importing it again moves what was imported before",
      answer: { bytes: "text/calendar" },
      handle: async () => {
        const calendar = await planning.calendar();
        if (!calendar.ok) return calendar;
        const headers = {
          "content-type": "text/calendar; charset=utf-8",
          "content-disposition": 'attachment; filename="holdout-plan.ics"',
          "cache-control": "no-store",
        };
        return new Response(calendar.value, { headers });
      },
    },
  ];
}

/** Undefined where none are asked for, NaN where it is no such number. */
function minutesOf(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  const minutes = Number(written);
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= MOST_MINUTES ? minutes : Number.NaN;
}

function said<T extends object>(result: Result<T, string>) {
  return result.ok ? result : failureResponse("bad-input", result.reason);
}
