import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { counted } from "../../../../src/lib/text.ts";
import { ApiError } from "../../../api/client.ts";
import { BackLink } from "../../../ui/back-link.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { formatDay } from "../../../ui/format-time.ts";
import { reviewQuery } from "../queries.ts";
import { SessionList } from "../session-list.tsx";
import type { WeeklyReview } from "../types.ts";
import { readinessMoved } from "../wording.ts";
import { AreaTable } from "./area-table.tsx";

/** The last seven days: what was done against what was set aside, what it changed, and what comes next. */
export function ReviewPage() {
  const { data, error, refetch } = useQuery(reviewQuery);
  useEffect(() => {
    document.title = "Review of the week · Holdout";
  }, []);
  return (
    <main id="main" tabIndex={-1} className="w-full max-w-[1120px] px-4 pt-6 pb-12 outline-none md:px-8">
      <BackLink to="/">Today</BackLink>
      <h1 className="mb-4 text-2xl">Review of the week</h1>
      {data ? (
        <Loaded review={data} />
      ) : error instanceof ApiError && error.code === "no-target" ? (
        <p className="max-w-[65ch] text-ink-2">
          Once you have chosen a role on the Today page, this page sets what you did against what you meant to do.
        </p>
      ) : error ? (
        <FailureNote error={error} onRetry={() => refetch()} />
      ) : (
        <div aria-busy="true" className="late skeleton h-24 w-full" />
      )}
    </main>
  );
}

function Loaded({ review }: { review: WeeklyReview }) {
  const { from, to, minutes, sessions, practisedDays, areas, posting, next } = review;
  return (
    <>
      <section aria-label="The week in short" className="sheet mb-6 px-4 py-4 sm:px-6">
        <h2 className="num text-lg">
          {minutes.done} of {minutes.planned} minutes
        </h2>
        <p className="num mt-1 max-w-[65ch] text-ink-2">
          {formatDay(from)} to {formatDay(to)}: {counted(sessions, "exercise")} on {counted(practisedDays, "day")}.{" "}
          {readinessMoved(review.readiness)}
        </p>
      </section>
      <AreaTable areas={areas} posting={posting} />
      {next && (
        <section aria-labelledby="next" className="sheet mt-6 px-4 py-4 sm:px-6">
          <h2 id="next" className="mb-1 text-lg">
            Next
          </h2>
          <SessionList sessions={[next]} />
        </section>
      )}
    </>
  );
}
