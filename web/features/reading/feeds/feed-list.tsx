import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useAction } from "../../../shell/use-action.ts";
import { Button } from "../../../ui/button.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { formatDayAndTime } from "../../../ui/format-time.ts";
import { InlineConfirm } from "../../../ui/inline-confirm.tsx";
import { Kbd } from "../../../ui/kbd.tsx";
import { feedsQuery, removeFeed, roomKey } from "../queries.ts";
import type { FeedList } from "../types.ts";
import { useRefresh } from "./use-refresh.ts";

type Feeds = FeedList["feeds"];

/** The feeds as they stand; they are fetched when the button is pressed and at no other time. */
export function FeedListSection({ feeds }: { feeds: Feeds }) {
  const { running, said, error, start, stop } = useRefresh();
  const refresh = () => void start(feeds);
  useAction(
    { id: "feeds.refresh", label: "Refresh the feeds", keys: "r", group: "Feeds" },
    feeds.length > 0 && !running ? refresh : undefined,
  );
  if (feeds.length === 0)
    return (
      <p className="mb-6 max-w-[70ch] text-ink-2">
        No feed yet. Add one by its address, from the suggestions, or bring your list from another reader as OPML.
        Nothing is fetched before you press Refresh, and what was fetched stays readable without a network.
      </p>
    );
  return (
    <section aria-labelledby="feeds" className="mb-6">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id="feeds" className="text-lg">
          Your feeds
        </h2>
        {running ? (
          <Button onClick={stop}>Stop</Button>
        ) : (
          <Button look="primary" onClick={refresh}>
            Refresh <Kbd keys="r" bare />
          </Button>
        )}
      </div>
      <p role="status" aria-live="polite" className="num min-h-[20px] text-[14px] text-ink-2">
        {said}
      </p>
      {error !== null && <FailureNote error={error} onRetry={refresh} />}
      <ul className="sheet divide-y divide-line">
        {feeds.map((feed) => (
          <FeedRow key={feed.id} feed={feed} />
        ))}
      </ul>
    </section>
  );
}

function FeedRow({ feed: { id, title, address, entries, unread, readAt, fault, note } }: { feed: Feeds[number] }) {
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: removeFeed,
    onSuccess: (list) => {
      client.setQueryData(feedsQuery.queryKey, list);
      void client.invalidateQueries(roomKey);
    },
  });
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-2.5">
      <div className="min-w-0 flex-1 basis-[260px]">
        <p className="break-words font-medium">{title}</p>
        <p className="break-all text-[13px] text-ink-3">{address}</p>
        {fault && <p className="mt-1 break-words text-[14px] text-fail">Last time: {fault}</p>}
        {note && <p className="mt-1 break-words text-[13px] text-ink-2">{note}</p>}
      </div>
      <span className="num pt-0.5 text-[13px] text-ink-3">
        {unread} unread of {entries}
        <br />
        {readAt ? `read ${formatDayAndTime(readAt)}` : "not read yet"}
      </span>
      <InlineConfirm
        ask="Remove"
        consequence="The feed and its entries are deleted here; papers that you took stay on your list."
        confirm="Remove it"
        decline="Keep it"
        pending={remove.isPending}
        onConfirm={() => remove.mutate(id)}
      />
      {remove.error && <FailureNote error={remove.error} />}
    </li>
  );
}
