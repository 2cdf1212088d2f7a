import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useRef } from "react";
import { useListKeys } from "../../shell/list-keys.ts";
import { FailureNote } from "../../ui/failure-note.tsx";
import { formatDay } from "../../ui/format-time.ts";
import { InlineConfirm } from "../../ui/inline-confirm.tsx";
import { Tag } from "../../ui/tag.tsx";
import { postingsQuery, removePosting } from "./queries.ts";
import type { PostingSummary } from "./types.ts";

/** What was read and kept, newest first. */
export function PostingListSection({ postings }: { postings: readonly PostingSummary[] }) {
  const client = useQueryClient();
  const list = useRef<HTMLUListElement>(null);
  useListKeys({ list, noun: { one: "posting", many: "postings" }, next: undefined });
  const remove = useMutation({
    mutationFn: removePosting,
    onSuccess: (left) => client.setQueryData(postingsQuery.queryKey, left),
  });
  if (postings.length === 0) return null;
  return (
    <section aria-labelledby="kept" className="mt-8">
      <h2 id="kept" className="mb-2 text-lg">
        Kept descriptions
      </h2>
      <ul ref={list} className="sheet divide-y divide-line">
        {postings.map((posting) => (
          <li key={posting.id} className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3">
            <div className="min-w-0 flex-1 basis-[240px]">
              <p className="flex flex-wrap items-center gap-2">
                <Link
                  to="/jobs/tailor/$id"
                  params={{ id: posting.id }}
                  data-row
                  className="min-w-0 font-medium break-words"
                >
                  {posting.title}
                </Link>
                {posting.isTarget && <Tag>preparing for it</Tag>}
              </p>
              <p className="mt-0.5 text-[13px] text-ink-3">{inShort(posting)}</p>
            </div>
            <span className="num pt-0.5 text-[13px] text-ink-3">{formatDay(posting.addedAt)}</span>
            <InlineConfirm
              ask="Remove"
              consequence="The description is deleted here; what you practised for it stays."
              confirm="Remove it"
              decline="Keep it"
              pending={remove.isPending}
              onConfirm={() => remove.mutate(posting.id)}
            />
          </li>
        ))}
      </ul>
      {remove.error && <FailureNote error={remove.error} />}
    </section>
  );
}

function inShort({ isPosting, role, level, top }: PostingSummary): string {
  if (!isPosting) return "No posting for work in AI or ML, as it reads";
  return [role ?? "role not said", level ?? "level not said", top.join(", ")].filter((each) => each !== "").join(" · ");
}
