import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { searchable, searchTools } from "../../../../src/features/reading/model/search-tools.ts";
import type { DirectoryOfTools, FoundTool } from "../../../../src/features/reading/schema.ts";
import { counted } from "../../../../src/lib/text.ts";
import { useListKeys } from "../../../shell/list-keys.ts";
import { RoomTabs } from "../../../shell/room-tabs.tsx";
import { Button, TextButton } from "../../../ui/button.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { stepThroughRows } from "../../../ui/step-through-rows.ts";
import type { ToolFilters } from "./filters.ts";
import { toolsQuery } from "./queries.ts";
import { queryOf, ToolFilterBar } from "./tool-filter-bar.tsx";
import { ToolRow } from "./tool-row.tsx";

/** Rows shown at first, and with every "more". */
const ROWS = 50;

export function ToolsPage() {
  const { data, error, refetch } = useQuery(toolsQuery);
  useEffect(() => {
    document.title = "Tools · Holdout";
  }, []);
  return (
    <main id="main" tabIndex={-1} className="w-full max-w-[1120px] px-4 pt-6 pb-12 outline-none md:px-8">
      <h1 className="mb-2 text-2xl">Tools</h1>
      <RoomTabs room="Reading" current="/reading/tools" />
      {data ? (
        <Directory directory={data} />
      ) : error ? (
        <FailureNote error={error} onRetry={() => refetch()} />
      ) : (
        <div aria-busy="true" className="late">
          <div className="skeleton mb-3 h-9 w-full" />
          <div className="skeleton h-64 w-full" />
        </div>
      )}
    </main>
  );
}

function Directory({ directory: { tools } }: { directory: DirectoryOfTools }) {
  const filters = useSearch({ from: "/reading/tools" });
  const navigate = useNavigate();
  const change = useCallback(
    (search: ToolFilters) => navigate({ to: "/reading/tools", search, replace: true }),
    [navigate],
  );
  const rows = useRef<HTMLUListElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const showAll = useCallback(() => change({}), [change]);
  useListKeys({ list: rows, search, noun: { one: "tool", many: "tools" }, next: undefined, onClear: showAll });
  const all = useMemo(() => searchable(tools), [tools]);
  const asked = useDeferredValue(filters);
  const found = useMemo(() => searchTools(all, asked.q ?? "", queryOf(asked)), [all, asked]);
  return (
    <>
      <p className="mb-4 max-w-[75ch] text-ink-2">
        What an ML system is built with: what each is for, its terms as of a date, what to weigh it against, and for{" "}
        {tools.filter(({ interview }) => interview).length} of them the question that an interviewer asks.
      </p>
      <ToolFilterBar
        all={all}
        filters={filters}
        onChange={change}
        searchRef={search}
        onEnterList={() => stepThroughRows(rows.current, 1)}
      />
      <div className="caption num mt-3 mb-2 flex gap-3">
        <p aria-live="polite">
          {found.length === tools.length
            ? counted(tools.length, "tool")
            : `${found.length} of ${counted(tools.length, "tool")}`}
        </p>
        {Object.keys(filters).length > 0 && <TextButton onClick={showAll}>Show all</TextButton>}
      </div>
      {found.length > 0 ? (
        <Found key={JSON.stringify(asked)} found={found} list={rows} />
      ) : (
        <p className="sheet px-6 py-10 text-center font-medium">No tool fits.</p>
      )}
    </>
  );
}

type FoundProps = { found: readonly FoundTool[]; list: React.RefObject<HTMLUListElement | null> };

function Found({ found, list }: FoundProps) {
  const [most, setMost] = useState(ROWS);
  return (
    <>
      <ul ref={list} aria-label="Tools" className="sheet overflow-hidden">
        {found.slice(0, most).map((tool) => (
          <ToolRow key={tool.id} tool={tool} />
        ))}
      </ul>
      {found.length > most && (
        <Button className="mt-3" onClick={() => setMost(most + ROWS)}>
          Show {Math.min(ROWS, found.length - most)} more
        </Button>
      )}
    </>
  );
}
