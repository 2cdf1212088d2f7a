import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { portfolioQuery } from "../queries.ts";
import type { Portfolio } from "../types.ts";
import { AddProject } from "./add-project.tsx";
import { NextMend } from "./next-mend.tsx";
import { ProjectList } from "./project-list.tsx";
import { SiteSection } from "./site-section.tsx";

/** Projects as evidence: what an interviewer would find in them, and the site that shows them. */
export function PortfolioPage() {
  const { data, error, refetch } = useQuery(portfolioQuery);
  useEffect(() => {
    document.title = "Portfolio · Holdout";
  }, []);
  return (
    <main id="main" tabIndex={-1} className="w-full max-w-[1120px] px-4 pt-6 pb-12 outline-none md:px-8">
      <h1 className="mb-4 text-2xl">Portfolio</h1>
      {data ? (
        <Loaded portfolio={data} />
      ) : error ? (
        <FailureNote error={error} onRetry={() => refetch()} />
      ) : (
        <div aria-busy="true" className="late skeleton h-16 w-full" />
      )}
    </main>
  );
}

function Loaded({ portfolio }: { portfolio: Portfolio }) {
  const field = useRef<HTMLInputElement>(null);
  const { projects } = portfolio;
  return (
    <>
      <NextMend portfolio={portfolio} onAdd={() => field.current?.focus()} />
      <AddProject fieldRef={field} />
      {projects.length === 0 ? (
        <p className="mt-6 max-w-[65ch] text-ink-2">
          Three to five projects are what an interviewer reads. Each is read here as they would: problem, approach,
          tools, results with figures, learnings, tests, reproducibility. You get a score for each with the line that
          earned it, the three mends worth most, and the ten questions that your own code invites. Nothing of a
          repository is run.
        </p>
      ) : (
        <ProjectList projects={projects} />
      )}
      <SiteSection portfolio={portfolio} />
    </>
  );
}
