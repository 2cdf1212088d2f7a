import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useEffect } from "react";
import { BackLink } from "../../../ui/back-link.tsx";
import { DifficultyBars } from "../../../ui/difficulty-bars.tsx";
import { NotOpened } from "../../../ui/not-opened.tsx";
import { promptQuery } from "../queries.ts";
import type { PromptDetail } from "../types.ts";
import { ChooseStory } from "./choose-story.tsx";

/** A question as an interviewer asks it, and which of your stories answers it. */
export function PromptPage() {
  const { slug } = useParams({ from: "/stories/prompt/$slug" });
  const { data, error, refetch } = useQuery(promptQuery(slug));
  useEffect(() => {
    document.title = `${data?.title ?? "Question"} · Holdout`;
  }, [data?.title]);
  return (
    <main id="main" tabIndex={-1} className="w-full max-w-[880px] px-4 pt-6 pb-12 outline-none md:px-8">
      <BackLink to="/stories">Stories</BackLink>
      {data ? (
        <Asked key={slug} prompt={data} />
      ) : error ? (
        <NotOpened error={error} noun="question" onRetry={() => void refetch()} />
      ) : (
        <div aria-busy="true" className="late skeleton h-24 w-full" />
      )}
    </main>
  );
}

function Asked({ prompt }: { prompt: PromptDetail }) {
  return (
    <>
      <div className="mb-2 flex flex-wrap items-center gap-x-3 text-ink-2 text-sm">
        <span>{prompt.title}</span>
        <DifficultyBars difficulty={prompt.difficulty} />
      </div>
      <h1 className="mb-5 max-w-[60ch] text-xl leading-8">“{prompt.prompt}”</h1>
      <ChooseStory prompt={prompt} />
      <details className="mt-8">
        <summary className="text-ink-2">What they listen for, and what each level shows</summary>
        <p className="mt-3 max-w-[70ch]">{prompt.listensFor}</p>
        <ol aria-label="Levels" className="sheet mt-3 divide-y divide-line">
          {prompt.anchors.toReversed().map(({ level, shows }) => (
            <li key={level} className="grid grid-cols-[2rem_minmax(0,1fr)] gap-2 px-4 py-2.5 text-[15px]">
              <span className="num font-medium">{level}</span>
              <span>{shows}</span>
            </li>
          ))}
        </ol>
      </details>
    </>
  );
}
