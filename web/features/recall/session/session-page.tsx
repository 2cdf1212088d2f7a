import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useEffect } from "react";
import { GOOD_FROM, PARTLY_FROM } from "../../../../src/features/recall/model/rating.ts";
import { counted } from "../../../../src/lib/text.ts";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { percent } from "../../../ui/figures.ts";
import { Sign, type Tone } from "../../../ui/state-mark.tsx";
import { sessionQuery } from "../queries.ts";
import type { SessionSummary } from "../types.ts";
import { inDays } from "../wording.ts";

export function SessionPage() {
  const { id } = useParams({ from: "/recall/session/$id" });
  const { data, error, refetch } = useQuery(sessionQuery(id));
  useEffect(() => {
    document.title = "Session · Holdout";
  }, []);
  return (
    <main id="main" tabIndex={-1} className="w-full max-w-[860px] px-4 pt-6 pb-12 outline-none md:px-8">
      <h1 className="mb-1 text-2xl">This session</h1>
      {data ? (
        <Summary session={data} />
      ) : error ? (
        <FailureNote error={error} onRetry={() => refetch()} />
      ) : (
        <div aria-busy="true" className="skeleton late h-40 w-full" />
      )}
      <p className="mt-5">
        <Link to="/recall" className="text-accent underline underline-offset-2">
          Back to Recall
        </Link>
      </p>
    </main>
  );
}

type Line = SessionSummary["answers"][number];

function toneOf({ score, abstained }: Line): Tone {
  if (abstained) return "idle";
  return score >= GOOD_FROM ? "pass" : score >= PARTLY_FROM ? "part" : "fail";
}

function Summary({ session: { answers, points, secondsUsed } }: { session: SessionSummary }) {
  if (answers.length === 0)
    return (
      <p className="text-ink-2">Nothing was answered in it yet. Begin from Recall, and what you said shows here.</p>
    );
  const weakest = answers.toSorted((a, b) => a.score - b.score)[0];
  return (
    <>
      <p className="num mb-4 text-ink-2">
        {counted(answers.length, "answer")}, {percent(points)} of the points on average,{" "}
        {counted(Math.max(1, Math.round(secondsUsed / 60)), "minute")}.
        {weakest?.missed[0] && ` The one thing to mend: ${weakest.missed[0]}.`}
      </p>
      <ul aria-label="Answers" className="sheet">
        {answers.map((line) => (
          <li key={line.id} className="border-t border-line px-4 py-3 first:border-t-0 sm:px-6">
            <div className="grid grid-cols-[20px_minmax(0,1fr)_auto] items-baseline gap-x-3">
              <Sign tone={toneOf(line)} label={percent(line.score)} />
              <Link to="/recall/$slug" params={{ slug: line.slug }} className="font-medium hover:text-accent">
                {line.title}
              </Link>
              <span className="num text-sm whitespace-nowrap text-ink-2">
                {percent(line.score)} · {Math.round(line.secondsUsed)} s{line.due && ` · ${inDays(line.due)}`}
              </span>
            </div>
            {line.missed.length > 0 && (
              <details className="caption mt-1 ml-8">
                <summary>{counted(line.missed.length, "criterion", "criteria")} missed</summary>
                <ul className="list-disc pl-5">
                  {line.missed.map((each) => (
                    <li key={each}>{each}</li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
