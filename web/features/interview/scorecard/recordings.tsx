import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "../../../ui/button.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { InlineConfirm } from "../../../ui/inline-confirm.tsx";
import { recordingPath, recordingsQuery, removeRecordings } from "../queries.ts";

/** Recordings that were kept because somebody wished so: to be heard, and to be deleted. */
export function Recordings({ id }: { id: string }) {
  const { data } = useQuery(recordingsQuery(id));
  const client = useQueryClient();
  const removed = useMutation({
    mutationFn: (event: string | undefined) => removeRecordings(id, event),
    onSuccess: (left) => client.setQueryData(recordingsQuery(id).queryKey, left),
  });
  if (!data || data.recordings.length === 0) return null;
  return (
    <section aria-labelledby="recordings" className="sheet mb-6 px-4 py-4 sm:px-6 print:hidden">
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-2">
        <h2 id="recordings" className="text-lg">
          Your recordings
        </h2>
        <InlineConfirm
          ask="Delete all"
          consequence="Every recording of this mock is deleted from this machine; the words stay in the replay."
          confirm="Delete them"
          decline="Keep them"
          pending={removed.isPending}
          onConfirm={() => removed.mutate(undefined)}
        />
      </div>
      <ol>
        {data.recordings.map(({ event }, at) => (
          <li key={event} className="flex flex-wrap items-center gap-3 border-line border-t py-2 first:border-t-0">
            {/* biome-ignore lint/a11y/useMediaCaption: the words stand in the replay */}
            <audio
              controls
              preload="none"
              src={recordingPath(id, event)}
              aria-label={`Recording ${at + 1}`}
              className="max-w-full"
            />
            <Button look="quiet" disabled={removed.isPending} onClick={() => removed.mutate(event)}>
              Delete<span className="sr-only"> recording {at + 1}</span>
            </Button>
          </li>
        ))}
      </ol>
      {removed.error && <FailureNote error={removed.error} />}
    </section>
  );
}
