import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useEffect } from "react";
import { NotOpened } from "../../../ui/not-opened.tsx";
import { FirstMap } from "./first-map.tsx";
import { OpenQuestion } from "./open-question.tsx";
import { diagnosticQuery } from "./queries.ts";

/** A diagnostic: the question that is open, or the map that it ended in. */
export function DiagnosticPage() {
  const { id } = useParams({ from: "/diagnostic/$id" });
  const { data, error, refetch } = useQuery(diagnosticQuery(id));
  useEffect(() => {
    document.title = `${data?.map ? "First map" : "Diagnostic"} · Holdout`;
  }, [data?.map]);
  return (
    <main id="main" tabIndex={-1} className="w-full max-w-[1120px] px-4 pt-6 pb-12 outline-none md:px-8">
      {data?.question ? (
        <OpenQuestion diagnostic={data} question={data.question} />
      ) : data?.map ? (
        <FirstMap diagnostic={data} map={data.map} />
      ) : error ? (
        <NotOpened error={error} noun="diagnostic" onRetry={() => void refetch()}>
          <Link to="/diagnostic" className="mt-4 inline-block text-accent underline underline-offset-2">
            All diagnostics
          </Link>
        </NotOpened>
      ) : (
        <div aria-busy="true" className="late skeleton h-40 w-full" />
      )}
    </main>
  );
}
