import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "../../ui/button.tsx";
import { FailureNote } from "../../ui/failure-note.tsx";
import { formatDay } from "../../ui/format-time.ts";
import { OutsideLink } from "./outside-link.tsx";
import { dropEntry, roomKey, takeEntry } from "./queries.ts";
import type { EntryList } from "./types.ts";

type Props = { entry: EntryList["entries"][number] };

/** One entry of a feed, as it was fetched: readable without a network, and taken to the list or put out of the way. */
export function EntryRow({ entry }: Props) {
  const { id, title, link, text, authors, publishedAt, fetchedAt, feed, state } = entry;
  const client = useQueryClient();
  const settled = { onSuccess: () => client.invalidateQueries(roomKey) };
  const take = useMutation({ mutationFn: () => takeEntry(id), ...settled });
  const drop = useMutation({ mutationFn: () => dropEntry(id), ...settled });
  const error = take.error ?? drop.error;
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-2.5">
      <div className="min-w-0 flex-1 basis-[280px]">
        <p className="break-words font-medium">{link ? <OutsideLink to={link}>{title}</OutsideLink> : title}</p>
        <p className="num text-[13px] text-ink-3">
          {feed}, {formatDay(publishedAt ?? fetchedAt)}
          {authors[0] && `, ${authors[0]}${authors.length > 1 ? " and others" : ""}`}
        </p>
        {text !== "" && (
          <details className="mt-1 text-[14px]">
            <summary className="cursor-pointer text-ink-2">Read it here</summary>
            <p className="mt-1 max-w-[70ch] whitespace-pre-line break-words text-ink-2">{text}</p>
          </details>
        )}
      </div>
      <div className="flex gap-2">
        {state === "unread" ? (
          <>
            <Button aria-label={`Take to the list: ${title}`} disabled={take.isPending} onClick={() => take.mutate()}>
              Take
            </Button>
            <Button look="quiet" aria-label={`Drop: ${title}`} disabled={drop.isPending} onClick={() => drop.mutate()}>
              Drop
            </Button>
          </>
        ) : (
          <span className="text-[13px] text-ink-3">{state === "taken" ? "on your list" : "dropped"}</span>
        )}
      </div>
      {error && <FailureNote error={error} />}
    </li>
  );
}
