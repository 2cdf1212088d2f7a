import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { classNames } from "../../../ui/class-names.ts";
import { NotOpened } from "../../../ui/not-opened.tsx";
import { promptQuery, storyQuery } from "../queries.ts";
import { StoryReading } from "../reading/story-reading.tsx";
import type { StoryDetail, StoryLength } from "../types.ts";
import { LENGTHS } from "../wording.ts";
import { StoryHead } from "./story-head.tsx";
import { TellForm } from "./tell-form.tsx";
import { Tellings } from "./tellings.tsx";

/** One story: told in one of its lengths, then how it is heard. */
export function StoryPage() {
  const { id } = useParams({ from: "/stories/$id" });
  const { data, error, refetch } = useQuery(storyQuery(id));
  useEffect(() => {
    document.title = `${data?.title ?? "Story"} · Holdout`;
  }, [data?.title]);
  return (
    <main id="main" tabIndex={-1} className="w-full max-w-[1120px] px-4 pt-6 pb-12 outline-none md:px-8">
      {data ? (
        <Opened key={data.id} story={data} />
      ) : error ? (
        <NotOpened error={error} noun="story" onRetry={() => void refetch()}>
          <Link to="/stories" className="mt-4 inline-block">
            All stories
          </Link>
        </NotOpened>
      ) : (
        <div aria-busy="true" className="late skeleton h-24 w-full" />
      )}
    </main>
  );
}

function Opened({ story }: { story: StoryDetail }) {
  const { telling, length = "full", prompt } = useSearch({ from: "/stories/$id" });
  const shown = story.tellings.find(({ id }) => id === telling);
  return (
    <>
      <StoryHead story={story} />
      {shown ? (
        <StoryReading key={shown.id} story={story} telling={shown} />
      ) : (
        <>
          {prompt !== undefined && <Asked slug={prompt} />}
          <Lengths story={story} current={length} prompt={prompt} />
          {length !== "full" && story.condensed === null ? (
            <p className="sheet px-4 py-6 text-ink-2">
              Tell it in full first: the short version begins from the sentences that are worth most.
            </p>
          ) : (
            <TellForm key={`${length}${story.tellings.length}`} story={story} length={length} prompt={prompt} />
          )}
        </>
      )}
      <Tellings story={story} shown={shown?.id} />
    </>
  );
}

function Asked({ slug }: { slug: string }) {
  const { data } = useQuery(promptQuery(slug));
  return data ? <p className="mb-4 max-w-[68ch] text-[17px] leading-7">“{data.prompt}”</p> : null;
}

function Lengths({ story, current, prompt }: { story: StoryDetail; current: StoryLength; prompt: string | undefined }) {
  return (
    <nav aria-label="Lengths" className="mb-3 flex flex-wrap gap-2">
      {LENGTHS.map(({ id, name }) => (
        <Link
          key={id}
          to="/stories/$id"
          params={{ id: story.id }}
          search={{ ...(id === "full" ? {} : { length: id }), ...(prompt ? { prompt } : {}) }}
          aria-current={id === current ? "page" : undefined}
          className={classNames(
            "inline-flex min-h-9 items-center rounded-md border px-2.5 text-[14px] no-underline",
            id === current
              ? "border-accent bg-accent-wash font-medium text-ink"
              : "border-line text-ink-2 hover:border-control",
          )}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
