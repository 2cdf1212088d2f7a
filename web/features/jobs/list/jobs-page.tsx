import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useDeferredValue, useEffect, useRef, useState } from "react";
import { counted } from "../../../../src/lib/text.ts";
import { useListKeys } from "../../../shell/list-keys.ts";
import { RoomTabs } from "../../../shell/room-tabs.tsx";
import { Button, TextButton } from "../../../ui/button.tsx";
import { Callout } from "../../../ui/callout.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { stepThroughRows } from "../../../ui/step-through-rows.ts";
import type { JobFilters } from "../filters.ts";
import { postingsQuery, sourcesQuery } from "../queries.ts";
import { BoardsSection } from "./boards-section.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { PostingRow } from "./posting-row.tsx";

const PAGE = 50;

/** Postings of the boards that were named, and the boards themselves. */
export function JobsPage() {
  const filters = useSearch({ from: "/jobs" });
  const navigate = useNavigate();
  const change = useCallback((search: JobFilters) => navigate({ to: "/jobs", search, replace: true }), [navigate]);
  const showAll = useCallback(() => change({}), [change]);
  const rows = useRef<HTMLUListElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const { data: sources } = useQuery(sourcesQuery);
  const turning = usePages(filters);
  useListKeys({ list: rows, search, noun: { one: "posting", many: "postings" }, next: undefined, onClear: showAll });
  useEffect(() => {
    document.title = "Jobs · Holdout";
  }, []);
  return (
    <main id="main" tabIndex={-1} className="w-full max-w-[1120px] px-4 pt-6 pb-12 outline-none md:px-8">
      <h1 className="mb-2 text-2xl">Jobs</h1>
      <RoomTabs room="Jobs" current="/jobs" />
      {sources && <BoardsSection sources={sources} />}
      <FilterBar
        filters={filters}
        currencies={turning.page.data?.currencies ?? []}
        sources={sources?.sources ?? []}
        onChange={change}
        searchRef={search}
        onEnterList={() => stepThroughRows(rows.current, 1)}
      />
      <Found filters={filters} turning={turning} rows={rows} onShowAll={showAll} />
    </main>
  );
}

/** The postings that fit, a page at a time. */
function usePages(filters: JobFilters) {
  const [turned, setTurned] = useState({ filters, from: 0 });
  // another search begins at its first page
  const from = turned.filters === filters ? turned.from : 0;
  const asked = useDeferredValue(filters);
  const page = useQuery({ ...postingsQuery(asked, from), placeholderData: keepPreviousData });
  return { page, from, turnTo: (to: number) => setTurned({ filters, from: to }) };
}

type FoundProps = {
  filters: JobFilters;
  turning: ReturnType<typeof usePages>;
  rows: React.RefObject<HTMLUListElement | null>;
  onShowAll: () => void;
};

function Found({ filters, turning: { page, from, turnTo }, rows, onShowAll }: FoundProps) {
  const { data, error, refetch } = page;
  if (error) return <FailureNote error={error} onRetry={() => refetch()} />;
  if (!data) return <div aria-busy="true" className="late skeleton mt-4 h-40 w-full" />;
  const { postings, found, of, sample } = data;
  if (of === 0)
    return <p className="mt-6 max-w-[65ch] text-ink-2">There is no posting here yet. Name a board above.</p>;
  return (
    <>
      {sample && (
        <Callout tone="part" className="mt-3">
          <b className="font-semibold">A sample.</b> These companies and jobs are invented, so that you can try the
          search and the pay page. They step aside as soon as you fetch a board of your own.
        </Callout>
      )}
      <div className="caption num mt-3 mb-2 flex gap-3">
        <p aria-live="polite">{found === of ? counted(of, "posting") : `${found} of ${counted(of, "posting")}`}</p>
        {Object.keys(filters).length > 0 && <TextButton onClick={onShowAll}>Show all</TextButton>}
      </div>
      {found === 0 ? (
        <p className="sheet px-6 py-10 text-center font-medium">No posting fits.</p>
      ) : (
        <ul ref={rows} aria-label="Postings" className="sheet overflow-hidden">
          {postings.map((posting) => (
            <PostingRow key={posting.id} posting={posting} />
          ))}
        </ul>
      )}
      {found > PAGE && (
        <div className="mt-3 flex items-center gap-3">
          <Button disabled={from === 0} onClick={() => turnTo(from - PAGE)}>
            Newer
          </Button>
          <span className="num text-[14px] text-ink-2">
            {from + 1}–{Math.min(found, from + PAGE)} of {found}
          </span>
          <Button disabled={from + PAGE >= found} onClick={() => turnTo(from + PAGE)}>
            More
          </Button>
        </div>
      )}
    </>
  );
}
