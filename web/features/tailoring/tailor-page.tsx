import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { RoomTabs } from "../../shell/room-tabs.tsx";
import { useAction } from "../../shell/use-action.ts";
import { FailureNote } from "../../ui/failure-note.tsx";
import { AddPosting } from "./add-posting.tsx";
import { PostingListSection } from "./posting-list.tsx";
import { postingsQuery } from "./queries.ts";

/** A job description becomes what to prepare. */
export function TailorPage() {
  const { data, error, refetch } = useQuery(postingsQuery);
  const field = useRef<HTMLTextAreaElement>(null);
  useAction({ id: "tailoring.add", label: "Paste a job description", keys: "a", group: "Tailor" }, () =>
    field.current?.focus(),
  );
  useEffect(() => {
    document.title = "Tailor · Holdout";
  }, []);
  return (
    <main id="main" tabIndex={-1} className="w-full max-w-[1120px] px-4 pt-6 pb-12 outline-none md:px-8">
      <h1 className="mb-2 text-2xl">Tailor</h1>
      <RoomTabs room="Jobs" current="/jobs/tailor" />
      <AddPosting fieldRef={field} />
      {data ? (
        <PostingListSection postings={data.postings} />
      ) : error ? (
        <FailureNote error={error} onRetry={() => refetch()} />
      ) : (
        <div aria-busy="true" className="late skeleton mt-8 h-16 w-full" />
      )}
    </main>
  );
}
