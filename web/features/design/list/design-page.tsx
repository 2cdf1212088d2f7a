import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useMemo, useRef } from "react";
import { useListKeys } from "../../../shell/list-keys.ts";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { casesQuery } from "../cases-query.ts";
import type { CaseSummary } from "../types.ts";
import { CaseRow } from "./case-row.tsx";
import { nextCase } from "./next-case.ts";
import { NextStep } from "./next-step.tsx";

export function DesignPage() {
  const { data, error, refetch } = useQuery(casesQuery);
  useEffect(() => {
    document.title = "Design · Holdout";
  }, []);
  return (
    <main id="main" tabIndex={-1} className="w-full max-w-[1120px] px-4 pt-6 pb-12 outline-none md:px-8">
      {data ? (
        <Cases cases={data.cases} />
      ) : error ? (
        <FailureNote error={error} onRetry={() => void refetch()} />
      ) : (
        <div aria-busy="true" className="late">
          <h1 className="mb-4 text-2xl">Design</h1>
          <div className="skeleton h-16 w-full" />
        </div>
      )}
    </main>
  );
}

function Cases({ cases }: { cases: readonly CaseSummary[] }) {
  const navigate = useNavigate();
  const rows = useRef<HTMLUListElement>(null);
  const suggestion = useMemo(() => nextCase(cases), [cases]);
  const nextSlug = suggestion?.case.slug;
  const begin = useMemo(
    () => (nextSlug ? () => navigate({ to: "/design/$slug", params: { slug: nextSlug } }) : undefined),
    [navigate, nextSlug],
  );
  useListKeys({
    list: rows,
    noun: { one: "case", many: "cases" },
    next: begin && { label: "Go to what is next", run: begin },
  });
  if (cases.length === 0) return <EmptyBank />;
  const done = cases.filter(({ attempts }) => attempts > 0).length;
  return (
    <>
      <div className="mb-1 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h1 className="text-2xl">Design</h1>
        <p className="num text-ink-2">
          {done} of {cases.length} done
        </p>
      </div>
      <p className="mb-4 max-w-[75ch] text-ink-2">
        Ask about a two-line brief, scope it, estimate it, draw the system and run it under load and faults, then defend
        what broke: the scorecard quotes what you said and what the run showed.
      </p>
      {suggestion && <NextStep suggestion={suggestion} />}
      <ul ref={rows} aria-label="Cases" className="sheet overflow-hidden">
        {cases.map((summary) => (
          <CaseRow key={summary.slug} summary={summary} />
        ))}
      </ul>
    </>
  );
}

function EmptyBank() {
  return (
    <div className="sheet px-6 py-10">
      <h1 className="mb-1 text-lg">The bank has no design case yet</h1>
      <p className="max-w-[68ch] text-ink-2">
        Cases are folders under <code>content/designs</code>: a brief, the facts an interviewer gives when asked, a
        world to run a design in, and a rubric. Add one, prove it, and it shows here.
      </p>
      <pre className="mt-3 overflow-x-auto rounded-md bg-sunk p-3">
        npm run -s holdout -- content check content/designs/my-case
      </pre>
    </div>
  );
}
