import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useListKeys } from "../../../shell/list-keys.ts";
import { SearchField } from "../../../ui/search-field.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { stepThroughRows } from "../../../ui/step-through-rows.ts";
import { EntryRow } from "../entry-row.tsx";
import { entriesQuery } from "../queries.ts";
import type { FeedList } from "../types.ts";

/** All that was fetched: what is unread, and by words everything. */
export function EntrySearch({ feeds }: { feeds: FeedList["feeds"] }) {
  const [words, setWords] = useState("");
  const [feed, setFeed] = useState<string>();
  const { data } = useQuery(entriesQuery({ words, feed }));
  const list = useRef<HTMLUListElement>(null);
  const search = useRef<HTMLInputElement>(null);
  useListKeys({ list, search, noun: { one: "entry", many: "entries" }, next: undefined });
  const entries = data?.entries ?? [];
  return (
    <section aria-labelledby="entries">
      <h2 id="entries" className="mb-2 text-lg">
        {words.trim() ? "Entries with these words" : "Unread"}
      </h2>
      <div className="mb-3 grid gap-2 sm:grid-cols-[1fr_240px]">
        <div>
          <SearchField
            ref={search}
            label="Find in all entries"
            hint="Find in all entries"
            value={words}
            onChange={setWords}
            onEnterList={() => stepThroughRows(list.current, 1)}
          />
        </div>
        <SelectField
          label="Feed"
          value={feed}
          choices={feeds.map(({ id, title, unread }) => ({ value: id, label: title, count: unread }))}
          onChoose={setFeed}
        />
      </div>
      {entries.length > 0 ? (
        <ul ref={list} className="sheet divide-y divide-line">
          {entries.map((entry) => (
            <EntryRow key={entry.id} entry={entry} />
          ))}
        </ul>
      ) : (
        data && (
          <p className="text-ink-2">
            {words.trim() ? "No entry has all these words." : "Nothing unread. Refresh to see what is new."}
          </p>
        )
      )}
      {data?.more && <p className="caption mt-2">Only the newest are shown: find the others by their words.</p>}
    </section>
  );
}
