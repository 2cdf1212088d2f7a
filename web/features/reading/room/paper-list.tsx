import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { counted } from "../../../../src/lib/text.ts";
import { useListKeys } from "../../../shell/list-keys.ts";
import { ChoiceField } from "../../../ui/choice-field.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { formatDay } from "../../../ui/format-time.ts";
import { SearchField } from "../../../ui/search-field.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { StateMark } from "../../../ui/state-mark.tsx";
import { stepThroughRows } from "../../../ui/step-through-rows.ts";
import { roomKey, setStatus } from "../queries.ts";
import type { PaperSummary, ReadingList } from "../types.ts";
import { STATUS_NAMES } from "../wording.ts";

type Props = { list: ReadingList; words: string; onWords: (words: string) => void };

/** The reading list; what was dropped is shown where it is asked for. */
export function PaperList({ list: { papers, due }, words, onWords }: Props) {
  const [status, setChosen] = useState<string>();
  const rows = useRef<HTMLUListElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const shown = papers.filter((paper) =>
    status === undefined ? paper.status !== "dropped" || words !== "" : paper.status === status,
  );
  useListKeys({ list: rows, search, noun: { one: "paper", many: "papers" }, next: undefined });
  return (
    <section aria-labelledby="list" className="mb-8">
      <h2 id="list" className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4 text-lg">
        Your list <span className="num font-normal text-[14px] text-ink-2">{counted(shown.length, "paper")}</span>
      </h2>
      <div className="mb-3 grid gap-2 sm:grid-cols-[1fr_200px]">
        <div>
          <SearchField
            ref={search}
            label="Find in titles, authors, abstracts and notes"
            hint="Find in titles, abstracts and notes"
            value={words}
            onChange={onWords}
            onEnterList={() => stepThroughRows(rows.current, 1)}
          />
        </div>
        <SelectField
          label="Status"
          value={status}
          choices={STATUS_NAMES.map(({ value, name }) => ({ value, label: name }))}
          onChoose={setChosen}
        />
      </div>
      {shown.length === 0 ? (
        <p className="text-ink-2">{words ? "No paper has all these words." : "No paper has this status."}</p>
      ) : (
        <ul ref={rows} className="sheet divide-y divide-line">
          {shown.map((paper) => (
            <PaperRow key={paper.id} paper={paper} isDue={due.includes(paper.id)} />
          ))}
        </ul>
      )}
    </section>
  );
}

function PaperRow({ paper, isDue }: { paper: PaperSummary; isDue: boolean }) {
  const { id, title, authors, status, complete, dueAt } = paper;
  const client = useQueryClient();
  const change = useMutation({ mutationFn: setStatus, onSuccess: () => client.invalidateQueries(roomKey) });
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1.5 px-4 py-2.5">
      <div className="min-w-0 flex-1 basis-[260px]">
        <Link to="/reading/$id" params={{ id }} className="break-words font-medium">
          {title}
        </Link>
        {authors.length > 0 && <p className="truncate text-[13px] text-ink-3">{authors.join(", ")}</p>}
      </div>
      <span className="num text-[13px] text-ink-3">
        {isDue ? (
          <StateMark tone="part">due</StateMark>
        ) : dueAt ? (
          `back ${formatDay(dueAt)}`
        ) : complete ? (
          "notes whole"
        ) : (
          "notes open"
        )}
      </span>
      <ChoiceField
        label={`Status of ${title}`}
        place="hidden"
        value={status}
        choices={STATUS_NAMES}
        onChoose={(next) => change.mutate({ id, status: next })}
      />
      {change.error && <FailureNote error={change.error} />}
    </li>
  );
}
