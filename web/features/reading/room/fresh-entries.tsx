import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { EntryRow } from "../entry-row.tsx";
import { entriesQuery } from "../queries.ts";

const MOST_SHOWN = 6;

/** The newest of what feeds brought. */
export function FreshEntries({ feeds }: { feeds: number }) {
  const { data } = useQuery(entriesQuery({}));
  const entries = data?.entries ?? [];
  return (
    <section aria-labelledby="fresh" className="mb-8">
      <h2 id="fresh" className="mb-2 text-lg">
        New in your feeds
      </h2>
      {entries.length > 0 ? (
        <ul className="sheet divide-y divide-line">
          {entries.slice(0, MOST_SHOWN).map((entry) => (
            <EntryRow key={entry.id} entry={entry} />
          ))}
        </ul>
      ) : (
        <p className="text-ink-2">
          {feeds === 0
            ? "Feeds of arXiv, labs and newsletters bring new papers here. Nothing is fetched before you ask for it."
            : "Nothing unread. Refresh your feeds to see what is new."}
        </p>
      )}
      <p className="mt-2 text-[14px]">
        <Link to="/reading/feeds" className="text-accent underline underline-offset-2">
          {feeds === 0 ? "Choose feeds" : "All feeds and entries"}
        </Link>
      </p>
    </section>
  );
}
