import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { useListKeys } from "../../../shell/list-keys.ts";
import { Button, TextButton } from "../../../ui/button.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { stepThroughRows } from "../../../ui/step-through-rows.ts";
import { problemsQuery } from "../queries.ts";
import type { ProblemList } from "../types.ts";
import { counted } from "../wording.ts";
import { FilterBar } from "./filter-bar.tsx";
import { applyFilters, type Filters, isFiltered } from "./filters.ts";
import { ListSkeleton } from "./list-skeleton.tsx";
import { nextProblem } from "./next-problem.ts";
import { NextStep } from "./next-step.tsx";
import { ProblemRow } from "./problem-row.tsx";

export function ProblemListPage() {
  const { data, error, refetch } = useQuery(problemsQuery);
  useEffect(() => {
    document.title = "Code · Holdout";
  }, []);
  return (
    <main id="main" tabIndex={-1} className="w-full max-w-[1120px] px-4 pt-6 pb-12 outline-none md:px-8">
      {data ? (
        <LoadedList list={data} />
      ) : error ? (
        <FailureNote error={error} onRetry={() => refetch()} />
      ) : (
        <ListSkeleton />
      )}
    </main>
  );
}

function LoadedList({ list }: { list: ProblemList }) {
  const filters = useSearch({ from: "/code" });
  const navigate = useNavigate();
  const change = useCallback((search: Filters) => navigate({ to: "/code", search, replace: true }), [navigate]);
  const showAll = useCallback(() => change({}), [change]);
  const rows = useRef<HTMLUListElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const suggestion = useMemo(() => nextProblem(list.problems), [list.problems]);
  const nextSlug = suggestion?.problem.slug;
  const begin = useMemo(
    () => (nextSlug ? () => navigate({ to: "/code/$slug", params: { slug: nextSlug } }) : undefined),
    [navigate, nextSlug],
  );
  useListKeys({
    list: rows,
    search,
    noun: { one: "problem", many: "problems" },
    next: begin && { label: "Begin what is next", run: begin },
    onClear: showAll,
  });
  const shown = applyFilters(list.problems, filters);
  return (
    <>
      <Heading list={list} />
      {list.problems.length === 0 && <EmptyBank />}
      {suggestion && !isFiltered(filters) && <NextStep suggestion={suggestion} />}
      {list.problems.length > 0 && (
        <>
          <FilterBar
            list={list}
            filters={filters}
            onChange={change}
            searchRef={search}
            onEnterList={() => stepThroughRows(rows.current, 1)}
          />
          <Shown count={shown.length} total={list.problems.length} filters={filters} onClear={showAll} />
          {shown.length > 0 ? (
            <ul ref={rows} aria-label="Problems" className="sheet overflow-hidden">
              {shown.map((problem) => (
                <ProblemRow key={problem.slug} problem={problem} />
              ))}
            </ul>
          ) : (
            <NothingFits onClear={showAll} />
          )}
        </>
      )}
      <HeldOut count={list.heldOut} />
    </>
  );
}

function Heading({ list: { problems, heldOut } }: { list: ProblemList }) {
  const solved = problems.filter(({ state }) => state === "solved").length;
  return (
    <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
      <h1 className="text-2xl">Code</h1>
      {problems.length > 0 && (
        <p className="num text-ink-2">
          {solved} of {problems.length} solved{heldOut > 0 && ` · ${heldOut} held out`}
        </p>
      )}
    </div>
  );
}

type ShownProps = { count: number; total: number; filters: Filters; onClear: () => void };

function Shown({ count, total, filters, onClear }: ShownProps) {
  const filtered = isFiltered(filters);
  return (
    <div className="caption num mt-3 mb-2 flex gap-3">
      <p aria-live="polite">{filtered ? `${count} of ${counted(total, "problem")}` : counted(total, "problem")}</p>
      {filtered && <TextButton onClick={onClear}>Show all</TextButton>}
    </div>
  );
}

function HeldOut({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <p className="caption mt-4 max-w-[75ch]">
      <b className="font-medium text-ink-2">{counted(count, "problem")} held out</b>: kept for measuring readiness,
      never served in practice. What you have never seen is the only honest measure of what you can do.
    </p>
  );
}

function NothingFits({ onClear }: { onClear: () => void }) {
  return (
    <div className="sheet px-6 py-10 text-center">
      <p className="font-medium">No problem fits all of these filters.</p>
      <p className="mb-4 text-ink-2">Each filter narrows what the others leave.</p>
      <Button onClick={onClear}>Show all problems</Button>
    </div>
  );
}

function EmptyBank() {
  return (
    <div className="sheet px-6 py-10">
      <h2 className="mb-1 text-lg">The bank has no coding problem yet</h2>
      <p className="max-w-[68ch] text-ink-2">
        Problems are folders under <code>content/coding</code>: a prompt, a reference, tests that say why, and the wrong
        solutions they must catch. Add one, prove it, and it shows here.
      </p>
      <pre className="mt-3 overflow-x-auto rounded-md bg-sunk p-3">
        npm run -s holdout -- content check content/coding/my-problem
      </pre>
    </div>
  );
}
