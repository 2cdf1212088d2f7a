import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { counted } from "../../../../src/lib/text.ts";
import { useListKeys } from "../../../shell/list-keys.ts";
import { RoomTabs } from "../../../shell/room-tabs.tsx";
import { TextButton } from "../../../ui/button.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { conceptsQuery } from "../queries.ts";
import type { ConceptList } from "../types.ts";
import { ConceptRow } from "./concept-row.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { applyFilters, type Filters } from "./filters.ts";
import { NextConcept } from "./next-concept.tsx";

/** Concepts, and to whom each was explained how well. */
export function ExplainPage() {
  const { data, error, refetch } = useQuery(conceptsQuery);
  useEffect(() => {
    document.title = "Explain · Holdout";
  }, []);
  return (
    <main id="main" tabIndex={-1} className="w-full max-w-[1120px] px-4 pt-6 pb-12 outline-none md:px-8">
      <h1 className="mb-2 text-2xl">Explain</h1>
      <RoomTabs room="Stories" current="/explain" />
      {data ? (
        <LoadedList list={data} />
      ) : error ? (
        <FailureNote error={error} onRetry={() => refetch()} />
      ) : (
        <div aria-busy="true" className="late skeleton h-16 w-full" />
      )}
    </main>
  );
}

function LoadedList({ list }: { list: ConceptList }) {
  const filters = useSearch({ from: "/explain" });
  const navigate = useNavigate();
  const rows = useRef<HTMLUListElement>(null);
  const change = useCallback((search: Filters) => navigate({ to: "/explain", search, replace: true }), [navigate]);
  const showAll = useCallback(() => change({}), [change]);
  const { next } = list;
  const onward = useMemo(
    () =>
      next
        ? {
            label: "Explain what comes next",
            run: () =>
              void navigate({ to: "/explain/$slug", params: { slug: next.slug }, search: { audience: next.audience } }),
          }
        : undefined,
    [navigate, next],
  );
  useListKeys({ list: rows, noun: { one: "concept", many: "concepts" }, next: onward, onClear: showAll });
  const shown = applyFilters(list.concepts, filters);
  if (list.concepts.length === 0) return <EmptyBank />;
  return (
    <>
      {next && <NextConcept next={next} />}
      <FilterBar concepts={list.concepts} filters={filters} onChange={change} />
      <div className="caption num mt-3 mb-2 flex gap-3">
        <p aria-live="polite">
          {shown.length === list.concepts.length
            ? counted(shown.length, "concept")
            : `${shown.length} of ${counted(list.concepts.length, "concept")}`}
        </p>
        {Object.keys(filters).length > 0 && <TextButton onClick={showAll}>Show all</TextButton>}
      </div>
      {shown.length > 0 ? (
        <ul ref={rows} aria-label="Concepts" className="sheet overflow-hidden">
          {shown.map((concept) => (
            <ConceptRow key={concept.slug} concept={concept} />
          ))}
        </ul>
      ) : (
        <p className="sheet px-6 py-10 text-center font-medium">No concept fits.</p>
      )}
      <p className="caption mt-4 max-w-[75ch]">
        <b className="font-medium text-ink-2">{counted(list.heldOut, "concept")} held out</b>: kept for measuring
        readiness, never asked in practice.
      </p>
    </>
  );
}

function EmptyBank() {
  return (
    <div className="sheet px-6 py-10">
      <h2 className="mb-1 text-lg">The bank has no concept to explain yet</h2>
      <p className="max-w-[68ch] text-ink-2">
        Drills are files under <code>content/explain</code>: a concept, at least three listeners, and explanations that
        prove each of them.
      </p>
    </div>
  );
}
