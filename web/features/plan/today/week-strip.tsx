import { SessionList } from "../session-list.tsx";
import type { DayPlan } from "../types.ts";
import { dayName, minutesOf, weekdayName } from "../wording.ts";

const STRIP_DAYS = 7;

/** The next days: how much on each, and a mock or the interview by its name. */
export function WeekStrip({ days }: { days: readonly DayPlan[] }) {
  const strip = days.slice(0, STRIP_DAYS);
  if (strip.length < 2) return null;
  return (
    <section aria-labelledby="days" className="mt-6">
      <h2 id="days" className="mb-2 text-lg">
        The days ahead
      </h2>
      <ol className="sheet grid grid-cols-7 divide-x divide-line overflow-hidden">
        {strip.map((day) => (
          <li key={day.day} className="min-w-0 px-1 py-2.5 text-center first:bg-sunk sm:px-3">
            <span className="block text-[13px] text-ink-2">{weekdayName(day.day)}</span>
            <span className="num block font-medium">{minutesOf(day.sessions) || "–"}</span>
            <span className="caption block min-h-[1.5em] truncate">{markOf(day)}</span>
          </li>
        ))}
      </ol>
      <p className="caption mt-1">Minutes planned. It is made anew each day, so nothing piles up.</p>
      <details className="mt-2">
        <summary className="w-fit text-[14px] text-accent underline underline-offset-2">What is planned</summary>
        <ol className="mt-2 grid gap-4">
          {days.slice(1).map(({ day, phase, sessions }) => (
            <li key={day} className="sheet px-4 py-3 sm:px-6">
              <h3 className="text-[15px]">{dayName(day)}</h3>
              {sessions.length > 0 ? (
                <SessionList sessions={sessions} />
              ) : (
                <p className="text-[14px] text-ink-2">{phase === "interview" ? "The interview." : "Free."}</p>
              )}
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
}

function markOf({ phase, sessions }: DayPlan): string {
  if (phase === "interview") return "interview";
  if (sessions.some(({ kind }) => kind === "mock")) return "mock";
  return phase === "taper" ? "light" : "";
}
