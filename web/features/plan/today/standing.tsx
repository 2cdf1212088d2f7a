import { Link } from "@tanstack/react-router";
import { counted } from "../../../../src/lib/text.ts";
import { CALENDAR } from "../queries.ts";
import type { Today } from "../types.ts";

const link = "text-accent underline underline-offset-2 hover:text-accent-strong";

/** How it goes, without praise or blame, and the ways to the week and the calendar. */
export function Standing({ today: { due, waiting, minutesDone, practisedDays } }: { today: Today }) {
  return (
    <section aria-labelledby="standing" className="sheet px-4 py-4 text-[14px] sm:px-6">
      <h2 id="standing" className="mb-2 text-lg">
        How it goes
      </h2>
      <dl className="num grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1.5">
        <dt className="text-ink-2">Practised</dt>
        <dd>{practisedDays} of the last 7 days</dd>
        <dt className="text-ink-2">Done today</dt>
        <dd>{minutesDone} min</dd>
        <dt className="text-ink-2">Due for review</dt>
        <dd>{due === 0 ? "none" : counted(due, "answer")}</dd>
        {waiting.papers > 0 && (
          <>
            <dt className="text-ink-2">Papers to tell from memory</dt>
            <dd>
              <Link to="/reading" className={link}>
                {waiting.papers}
              </Link>
            </dd>
          </>
        )}
        {waiting.applications > 0 && (
          <>
            <dt className="text-ink-2">Applications with a step due</dt>
            <dd>
              <Link to="/jobs/board" className={link}>
                {waiting.applications}
              </Link>
            </dd>
          </>
        )}
      </dl>
      <p className="mt-3 flex flex-wrap gap-x-4 gap-y-1">
        <Link to="/map" className={link}>
          Where you stand
        </Link>
        <Link to="/diagnostic" className={link}>
          Diagnostic
        </Link>
        <Link to="/plan/review" className={link}>
          Review of the week
        </Link>
        <a href={CALENDAR} download="holdout-plan.ics" className={link}>
          Add to calendar
        </a>
      </p>
    </section>
  );
}
