import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { RoomTabs } from "../../../shell/room-tabs.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { feedsQuery } from "../queries.ts";
import { AddFeed } from "./add-feed.tsx";
import { EntrySearch } from "./entry-search.tsx";
import { FeedListSection } from "./feed-list.tsx";
import { OpmlSection } from "./opml-section.tsx";
import { Suggestions } from "./suggestions.tsx";

/** Where news come from, and all that they brought. */
export function FeedsPage() {
  const { data, error, refetch } = useQuery(feedsQuery);
  useEffect(() => {
    document.title = "Feeds · Holdout";
  }, []);
  return (
    <main id="main" tabIndex={-1} className="w-full max-w-[1120px] px-4 pt-6 pb-12 outline-none md:px-8">
      <h1 className="mb-2 text-2xl">Feeds</h1>
      <RoomTabs room="Reading" current="/reading/feeds" />
      {data ? (
        <>
          <FeedListSection feeds={data.feeds} />
          <AddFeed />
          <Suggestions suggestions={data.suggestions} open={data.feeds.length === 0} />
          <OpmlSection feeds={data.feeds.length} />
          {data.feeds.length > 0 && <EntrySearch feeds={data.feeds} />}
        </>
      ) : error ? (
        <FailureNote error={error} onRetry={() => refetch()} />
      ) : (
        <div aria-busy="true" className="late skeleton h-16 w-full" />
      )}
    </main>
  );
}
