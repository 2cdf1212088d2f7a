import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { RoomTabs } from "../../../shell/room-tabs.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { bankQuery } from "../queries.ts";
import type { StoryBank } from "../types.ts";
import { CoverageMatrix } from "./coverage-matrix.tsx";
import { NewStory } from "./new-story.tsx";
import { NextStory } from "./next-story.tsx";
import { PromptList } from "./prompt-list.tsx";
import { StoryList } from "./story-list.tsx";

/** The bank of true stories: what they cover, what is missing, what will be asked. */
export function StoriesPage() {
  const { data, error, refetch } = useQuery(bankQuery);
  useEffect(() => {
    document.title = "Stories · Holdout";
  }, []);
  return (
    <main id="main" tabIndex={-1} className="w-full max-w-[1120px] px-4 pt-6 pb-12 outline-none md:px-8">
      <h1 className="mb-2 text-2xl">Stories</h1>
      <RoomTabs room="Stories" current="/stories" />
      {data ? (
        <Loaded bank={data} />
      ) : error ? (
        <FailureNote error={error} onRetry={() => refetch()} />
      ) : (
        <div aria-busy="true" className="late skeleton h-16 w-full" />
      )}
    </main>
  );
}

function Loaded({ bank }: { bank: StoryBank }) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <NextStory bank={bank} onNew={() => field.current?.focus()} />
      <NewStory fieldRef={field} />
      {bank.stories.length > 0 && <StoryList bank={bank} />}
      <CoverageMatrix bank={bank} />
      <PromptList bank={bank} />
    </>
  );
}
