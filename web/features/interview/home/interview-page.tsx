import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { homeQuery } from "../queries.ts";
import type { InterviewHome } from "../types.ts";
import { EarlierMocks } from "./earlier-mocks.tsx";
import { NextMock } from "./next-mock.tsx";
import { PlanEditor } from "./plan-editor.tsx";
import { SettingsForm } from "./settings-form.tsx";
import { SingleRounds } from "./single-rounds.tsx";
import { useCreate, usePlanning } from "./use-plan.ts";

/** The interview room: a loop under time, single rounds, and how earlier mocks went. */
export function InterviewPage() {
  const { data, error, refetch } = useQuery(homeQuery);
  useEffect(() => {
    document.title = "Interview · Holdout";
  }, []);
  return (
    <main id="main" tabIndex={-1} className="w-full max-w-[1120px] px-4 pt-6 pb-12 outline-none md:px-8">
      <h1 className="mb-4 text-2xl">Interview</h1>
      {data ? (
        <Loaded home={data} />
      ) : error ? (
        <FailureNote error={error} onRetry={() => refetch()} />
      ) : (
        <div aria-busy="true" className="late skeleton h-24 w-full" />
      )}
    </main>
  );
}

function Loaded({ home }: { home: InterviewHome }) {
  const planning = usePlanning(home);
  const creating = useCreate(planning);
  return (
    <>
      <NextMock home={home} planning={planning} creating={creating} />
      <div className="grid items-start gap-x-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.5fr)]">
        <SettingsForm home={home} planning={planning} />
        <div className="min-w-0">
          <PlanEditor home={home} planning={planning} />
          <SingleRounds home={home} planning={planning} creating={creating} />
        </div>
      </div>
      <EarlierMocks sessions={home.sessions} />
    </>
  );
}
