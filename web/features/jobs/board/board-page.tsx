import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { STAGES } from "../../../../src/features/jobs/model/stages.ts";
import type { ApplicationBoard } from "../../../../src/features/jobs/schema.ts";
import { useListKeys } from "../../../shell/list-keys.ts";
import { RoomTabs } from "../../../shell/room-tabs.tsx";
import { Callout } from "../../../ui/callout.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { formatDay } from "../../../ui/format-time.ts";
import { boardQuery } from "../queries.ts";
import { STAGE_NAMES } from "../wording.ts";
import { ApplicationCard } from "./application-card.tsx";
import { NewApplicationForm } from "./new-application-form.tsx";

/** Where each application stands, and what is due. */
export function BoardPage() {
  const { data, error, refetch } = useQuery(boardQuery);
  const cards = useRef<HTMLDivElement>(null);
  useListKeys({ list: cards, noun: { one: "application", many: "applications" }, next: undefined });
  useEffect(() => {
    document.title = "Applications · Holdout";
  }, []);
  return (
    <main id="main" tabIndex={-1} className="w-full max-w-[1400px] px-4 pt-6 pb-12 outline-none md:px-8">
      <h1 className="mb-2 text-2xl">Applications</h1>
      <RoomTabs room="Jobs" current="/jobs/board" />
      {data ? (
        <>
          <Due board={data} />
          <NewApplicationForm />
          {data.applications.length === 0 ? <Teaching /> : <Columns board={data} ref={cards} />}
        </>
      ) : error ? (
        <FailureNote error={error} onRetry={() => refetch()} />
      ) : (
        <div aria-busy="true" className="late skeleton h-40 w-full" />
      )}
    </main>
  );
}

function Due({ board: { applications } }: { board: ApplicationBoard }) {
  const due = applications
    .filter((each) => each.due)
    .sort((a, b) => (a.remindOn ?? "").localeCompare(b.remindOn ?? ""));
  if (due.length === 0) return null;
  return (
    <Callout tone="accent" className="mb-4">
      <h2 className="mb-1 text-[15px]">Due</h2>
      <ul className="grid gap-1">
        {due.map(({ id, company, title, nextStep, remindOn }) => (
          <li key={id} className="break-words">
            <Link to="/jobs/board/$id" params={{ id }} className="text-accent underline underline-offset-2">
              {nextStep || "Look at it again"}
            </Link>
            : {title}, {company}
            <span className="text-ink-2"> {remindOn && formatDay(remindOn)}</span>
          </li>
        ))}
      </ul>
    </Callout>
  );
}

function Teaching() {
  return (
    <p className="mt-6 max-w-[65ch] text-ink-2">
      Each job that you go for stands here in one of six stages, with its dates, people, notes and the next step, which
      comes up on its day. Save a{" "}
      <Link to="/jobs" className="text-accent underline underline-offset-2">
        posting
      </Link>
      , or type a job above.
    </p>
  );
}

function Columns({ board: { applications }, ref }: { board: ApplicationBoard; ref: React.Ref<HTMLDivElement> }) {
  return (
    <div ref={ref} className="mt-4 grid items-start gap-3 sm:grid-cols-2 lg:grid-cols-3 2xl:grid-cols-6">
      {STAGES.map((stage) => {
        const own = applications.filter((each) => each.stage === stage);
        return (
          <section key={stage} aria-labelledby={`stage-${stage}`} className="min-w-0">
            <h2 id={`stage-${stage}`} className="mb-2 text-[14px] text-ink-2">
              {STAGE_NAMES[stage]} <span className="num text-ink-3">{own.length}</span>
            </h2>
            {own.length === 0 ? (
              <p className="rounded-md border border-line border-dashed px-3 py-2 text-[13px] text-ink-3">None</p>
            ) : (
              <ul className="grid gap-2">
                {own.map((application) => (
                  <ApplicationCard key={application.id} application={application} />
                ))}
              </ul>
            )}
          </section>
        );
      })}
    </div>
  );
}
