import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useDeferredValue, useEffect, useRef } from "react";
import { counted } from "../../../../src/lib/text.ts";
import { useListKeys } from "../../../shell/list-keys.ts";
import { TextButton } from "../../../ui/button.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { stepThroughRows } from "../../../ui/step-through-rows.ts";
import { questionsQuery, searchQuery } from "../queries.ts";
import type { QuestionList } from "../types.ts";
import { FilterBar } from "./filter-bar.tsx";
import { applyFilters, type Filters } from "./filters.ts";
import { ForecastChart } from "./forecast-chart.tsx";
import { NextStep } from "./next-step.tsx";
import { QuestionRow } from "./question-row.tsx";
import { useBegin } from "./use-begin.ts";

/** With fewer answers a forecast says nothing. */
const ENOUGH_TO_FORECAST = 3;

export function RecallPage() {
  const { data, error, refetch } = useQuery(questionsQuery);
  useEffect(() => {
    document.title = "Recall · Holdout";
  }, []);
  return (
    <main id="main" tabIndex={-1} className="w-full max-w-[1120px] px-4 pt-6 pb-12 outline-none md:px-8">
      {data ? (
        <LoadedList list={data} />
      ) : error ? (
        <FailureNote error={error} onRetry={() => refetch()} />
      ) : (
        <div aria-busy="true" className="late">
          <h1 className="mb-4 text-2xl">Recall</h1>
          <div className="skeleton h-16 w-full" />
        </div>
      )}
    </main>
  );
}

function LoadedList({ list }: { list: QuestionList }) {
  const filters = useSearch({ from: "/recall" });
  const navigate = useNavigate();
  const change = useCallback((search: Filters) => navigate({ to: "/recall", search, replace: true }), [navigate]);
  const rows = useRef<HTMLUListElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const begin = useBegin();
  const showAll = useCallback(() => change({}), [change]);
  useListKeys({
    list: rows,
    search,
    noun: { one: "question", many: "questions" },
    next: { label: "Begin a session", run: begin.start },
    onClear: showAll,
  });
  const words = useDeferredValue(filters.q ?? "");
  const { data: hits } = useQuery({ ...searchQuery(words), placeholderData: (before) => before });
  // all stay until the first search is back: an empty list would say that nothing fits
  const found = words === "" ? undefined : hits?.map(({ slug }) => slug);
  const shown = applyFilters(list.questions, filters, found);
  const excerpts = new Map(words === "" ? [] : hits?.map(({ slug, excerpt }) => [slug, excerpt]));
  const answered = list.questions.filter(({ answers }) => answers > 0).length;
  if (list.questions.length === 0) return <EmptyBank />;
  return (
    <>
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h1 className="text-2xl">Recall</h1>
        <p className="num text-ink-2">
          {answered} of {list.questions.length} answered · {list.heldOut} held out
        </p>
      </div>
      <NextStep list={list} begin={begin} />
      {answered >= ENOUGH_TO_FORECAST && <ForecastChart days={list.forecast} answered={answered} />}
      <FilterBar
        list={list}
        filters={filters}
        found={found}
        onChange={change}
        searchRef={search}
        onEnterList={() => stepThroughRows(rows.current, 1)}
      />
      <div className="caption num mt-3 mb-2 flex gap-3">
        <p aria-live="polite">
          {shown.length === list.questions.length
            ? counted(shown.length, "question")
            : `${shown.length} of ${counted(list.questions.length, "question")}`}
        </p>
        {Object.keys(filters).length > 0 && <TextButton onClick={showAll}>Show all</TextButton>}
      </div>
      {shown.length > 0 ? (
        <ul ref={rows} aria-label="Questions" className="sheet overflow-hidden">
          {shown.map((question) => (
            <QuestionRow key={question.slug} question={question} excerpt={excerpts.get(question.slug)} />
          ))}
        </ul>
      ) : (
        <p className="sheet px-6 py-10 text-center font-medium">No question fits.</p>
      )}
      <p className="caption mt-4 max-w-[75ch]">
        <b className="font-medium text-ink-2">{counted(list.heldOut, "question")} held out</b>: kept for measuring
        readiness, never asked in practice.
      </p>
    </>
  );
}

function EmptyBank() {
  return (
    <div className="sheet px-6 py-10">
      <h1 className="mb-1 text-lg">The bank has no question yet</h1>
      <p className="max-w-[68ch] text-ink-2">
        Questions are files under <code>content/questions</code>: a prompt, a rubric and three answers that prove it.
      </p>
    </div>
  );
}
