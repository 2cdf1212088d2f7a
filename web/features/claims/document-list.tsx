import { useMutation, useQueryClient } from "@tanstack/react-query";
import { FailureNote } from "../../ui/failure-note.tsx";
import { formatDay } from "../../ui/format-time.ts";
import { InlineConfirm } from "../../ui/inline-confirm.tsx";
import { PlaceLink } from "./place-cards.tsx";
import { ledgerQuery, removeDocument } from "./queries.ts";
import type { ClaimsDocument } from "./types.ts";
import { DOCUMENT_KINDS } from "./wording.ts";

/** What was added, newest first. */
export function DocumentList({ documents }: { documents: readonly ClaimsDocument[] }) {
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: removeDocument,
    onSuccess: (ledger) => client.setQueryData(ledgerQuery.queryKey, ledger),
  });
  if (documents.length === 0) return null;
  return (
    <section aria-labelledby="documents" className="mt-6">
      <h3 id="documents" className="mb-2 font-medium">
        Texts that you added
      </h3>
      <ul className="sheet divide-y divide-line">
        {documents.map(({ id, name, kind, addedAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2">
            <span className="min-w-0 flex-1 basis-[200px]">
              <PlaceLink to={`/claims/${id}`}>{name}</PlaceLink>
            </span>
            <span className="num text-[13px] text-ink-3">
              {DOCUMENT_KINDS[kind]}, {formatDay(addedAt)}
            </span>
            <InlineConfirm
              ask="Remove"
              consequence="Its text is deleted here; the file that it came from stays."
              confirm="Remove it"
              decline="Keep it"
              pending={remove.isPending}
              onConfirm={() => remove.mutate(id)}
            />
          </li>
        ))}
      </ul>
      {remove.error && <FailureNote error={remove.error} />}
    </section>
  );
}
