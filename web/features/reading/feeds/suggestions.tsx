import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "../../../ui/button.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { addFeed, feedsQuery } from "../queries.ts";
import type { FeedList } from "../types.ts";

type Props = { suggestions: FeedList["suggestions"]; open: boolean };

/** Feeds that are worth a look; none is subscribed by itself. */
export function Suggestions({ suggestions, open }: Props) {
  const client = useQueryClient();
  const add = useMutation({
    mutationFn: addFeed,
    onSuccess: (list) => client.setQueryData(feedsQuery.queryKey, list),
  });
  const [first] = suggestions;
  if (!first) return null;
  return (
    <details open={open} className="mb-6">
      <summary className="cursor-pointer text-ink-2">Suggestions: {suggestions.length} feeds</summary>
      <p className="caption mt-2">
        Only suggestions, with addresses as of {first.as_of}. None is subscribed or fetched before you say so.
      </p>
      <ul className="sheet mt-2 divide-y divide-line">
        {suggestions.map(({ title, address, what }) => (
          <li key={address} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2">
            <div className="min-w-0 flex-1 basis-[260px]">
              <p className="font-medium">{title}</p>
              <p className="text-[14px] text-ink-2">{what}</p>
              <p className="break-all text-[12.5px] text-ink-3">{address}</p>
            </div>
            <Button disabled={add.isPending} aria-label={`Add ${title}`} onClick={() => add.mutate(address)}>
              Add
            </Button>
          </li>
        ))}
      </ul>
      {add.error && <FailureNote error={add.error} />}
    </details>
  );
}
