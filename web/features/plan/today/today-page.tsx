import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { todayQuery } from "../queries.ts";
import type { Today } from "../types.ts";
import { dayName } from "../wording.ts";
import { NextSession } from "./next-session.tsx";
import { RestOfToday } from "./rest-of-today.tsx";
import { Standing } from "./standing.tsx";
import { TargetForm } from "./target-form.tsx";
import { TargetLine } from "./target-line.tsx";
import { TimeChooser } from "./time-chooser.tsx";
import { WeekStrip } from "./week-strip.tsx";

/** What to do next and why, the rest of today, and the days to come. */
export function TodayPage() {
  const { minutes } = useSearch({ from: "/" });
  const { data, error, refetch } = useQuery(todayQuery(minutes));
  useEffect(() => {
    document.title = "Today · Holdout";
  }, []);
  return (
    <main id="main" tabIndex={-1} className="w-full max-w-[1120px] px-4 pt-6 pb-12 outline-none md:px-8">
      {data ? (
        data.target ? (
          <Planned today={data} minutes={minutes} />
        ) : (
          <Unplanned today={data} />
        )
      ) : error ? (
        <>
          <h1 className="mb-4 text-2xl">Today</h1>
          <FailureNote error={error} onRetry={() => refetch()} />
        </>
      ) : (
        <div aria-busy="true" className="late">
          <div className="skeleton mb-6 h-8 w-64" />
          <div className="skeleton h-24 w-full" />
        </div>
      )}
    </main>
  );
}

function Planned({ today, minutes }: { today: Today; minutes: number | undefined }) {
  const navigate = useNavigate();
  const [first, ...rest] = today.days[0]?.sessions ?? [];
  return (
    <>
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h1 className="text-2xl">{dayName(today.day)}</h1>
        <TargetLine today={today} />
      </div>
      <NextSession session={first} note={today.note} />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1.45fr)_minmax(0,1fr)]">
        <div className="min-w-0">
          <TimeChooser
            minutes={minutes}
            onChoose={(next) => navigate({ to: "/", search: next === undefined ? {} : { minutes: next } })}
          />
          <RestOfToday first={first} sessions={rest} />
        </div>
        <Standing today={today} />
      </div>
      <WeekStrip days={today.days} />
      <details className="mt-6">
        <summary className="w-fit text-[14px] text-accent underline underline-offset-2">
          Change what you prepare for
        </summary>
        <TargetForm today={today} />
      </details>
    </>
  );
}

function Unplanned({ today }: { today: Today }) {
  return (
    <>
      <h1 className="mb-2 text-2xl">Today</h1>
      <p className="mb-4 max-w-[65ch] text-ink-2">
        This page says each day what to do next and why: reviews before they fade, what counts most for your role and
        has most room to grow, a mock a week, and less before the interview. It is made anew from what you did. Choose a
        role; a date can wait. To be measured first, take the{" "}
        <Link to="/diagnostic" className="text-accent underline underline-offset-2">
          diagnostic
        </Link>
        , half an hour.
      </p>
      <TargetForm today={today} />
    </>
  );
}
