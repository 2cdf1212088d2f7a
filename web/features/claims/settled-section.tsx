import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "../../ui/button.tsx";
import { FailureNote } from "../../ui/failure-note.tsx";
import { PlaceCards } from "./place-cards.tsx";
import { ledgerQuery, reopenFinding } from "./queries.ts";
import type { Ledger } from "./types.ts";

/** What was answered, folded away; an answer is what one would say to an interviewer. */
export function SettledSection({ settled }: { settled: Ledger["settled"] }) {
  const client = useQueryClient();
  const reopen = useMutation({
    mutationFn: reopenFinding,
    onSuccess: (ledger) => client.setQueryData(ledgerQuery.queryKey, ledger),
  });
  if (settled.length === 0) return null;
  return (
    <section aria-labelledby="settled" className="mt-10">
      <h2 id="settled" className="mb-2 text-lg">
        Settled <span className="num text-[15px] text-ink-3">{settled.length}</span>
      </h2>
      {settled.map(({ id, said, note, places }) => (
        <details key={id} className="sheet mb-2 px-4 py-2">
          <summary className="cursor-pointer py-1 break-words">{said}</summary>
          <p className="mt-1 max-w-[75ch] text-[15px]">
            <span className="font-medium">Your answer:</span> {note}
          </p>
          <PlaceCards places={places} />
          <Button className="mt-3 mb-2" disabled={reopen.isPending} onClick={() => reopen.mutate(id)}>
            Open it again
          </Button>
        </details>
      ))}
      {reopen.error && <FailureNote error={reopen.error} />}
    </section>
  );
}
