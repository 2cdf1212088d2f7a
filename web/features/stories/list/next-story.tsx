import { Link } from "@tanstack/react-router";
import { Button } from "../../../ui/button.tsx";
import { NEXT_LINK, NextCard } from "../../../ui/next-card.tsx";
import type { StoryBank } from "../types.ts";

/** What to do next: a first story, then one for the first gap, then a question to tell one under. */
export function NextStory({ bank: { stories, matrix, prompts }, onNew }: { bank: StoryBank; onNew: () => void }) {
  const untold = stories.find(({ tellings }) => tellings === 0);
  const gap = matrix.find(({ state }) => state === "gap") ?? matrix.find(({ state }) => state === "weak");
  const prompt = prompts
    .toSorted((a, b) => a.answered - b.answered)
    .find(({ competency }) => gap === undefined || competency === gap.competency);
  if (stories.length === 0)
    return (
      <NextCard
        title="Tell your first story"
        action={
          <Button look="primary" className="min-h-10 px-4" onClick={onNew}>
            Begin one
          </Button>
        }
      >
        <p className="text-ink-2">
          Five to eight true stories carry a behavioral round. Begin with one that you are asked about anyway.
        </p>
      </NextCard>
    );
  if (untold)
    return (
      <NextCard
        title={`Tell “${untold.title}”`}
        action={
          <Link to="/stories/$id" params={{ id: untold.id }} className={`${NEXT_LINK} no-underline`}>
            Tell it
          </Link>
        }
      >
        <p className="text-ink-2">It has been begun and not told yet.</p>
      </NextCard>
    );
  if (prompt)
    return (
      <NextCard
        title={
          gap
            ? `${gap.title}: ${gap.state === "gap" ? "no story yet" : "no story that carries it"}`
            : "Answer a question"
        }
        action={
          <Link to="/stories/prompt/$slug" params={{ slug: prompt.slug }} className={`${NEXT_LINK} no-underline`}>
            Answer it
          </Link>
        }
      >
        <p className="text-ink-2">“{prompt.prompt}”</p>
      </NextCard>
    );
  return null;
}
