import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { RoomTabs } from "../../../shell/room-tabs.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { foundPapersQuery, overviewQuery } from "../queries.ts";
import type { ReadingOverview } from "../types.ts";
import { AddPaper } from "./add-paper.tsx";
import { FreshEntries } from "./fresh-entries.tsx";
import { LatelySection } from "./lately-section.tsx";
import { NextPaper } from "./next-paper.tsx";
import { PaperList } from "./paper-list.tsx";

/** What to read: what is due from memory, the list, what is new. */
export function ReadingPage() {
  const { data, error, refetch } = useQuery(overviewQuery);
  useEffect(() => {
    document.title = "Reading · Holdout";
  }, []);
  return (
    <main id="main" tabIndex={-1} className="w-full max-w-[1120px] px-4 pt-6 pb-12 outline-none md:px-8">
      <h1 className="mb-2 text-2xl">Reading</h1>
      <RoomTabs room="Reading" current="/reading" />
      {data ? (
        <Loaded overview={data} />
      ) : error ? (
        <FailureNote error={error} onRetry={() => refetch()} />
      ) : (
        <div aria-busy="true" className="late skeleton h-16 w-full" />
      )}
    </main>
  );
}

function Loaded({ overview }: { overview: ReadingOverview }) {
  const field = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState("");
  const { data: found } = useQuery(foundPapersQuery(words));
  return (
    <>
      <NextPaper overview={overview} onAdd={() => field.current?.focus()} />
      <AddPaper fieldRef={field} />
      {overview.papers.length > 0 && (
        <PaperList list={words.trim() === "" ? overview : (found ?? overview)} words={words} onWords={setWords} />
      )}
      <FreshEntries feeds={overview.feeds} />
      <LatelySection lately={overview.lately} feeds={overview.feeds} />
    </>
  );
}
