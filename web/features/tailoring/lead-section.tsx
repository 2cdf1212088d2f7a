import { Link } from "@tanstack/react-router";
import { Section } from "./section.tsx";
import type { StoryNeed, Tailoring } from "./types.ts";

type Props = { stories: readonly StoryNeed[]; projects: Tailoring["projects"] };

/** Which stories and projects to lead with, and what is missing. */
export function LeadSection({ stories, projects }: Props) {
  return (
    <Section title="What to lead with">
      <h3 className="mt-2 mb-1 text-[13px] text-ink-3">Stories</h3>
      <ul className="sheet divide-y divide-line">
        {stories.map((need) => (
          <li key={need.competency} className="px-4 py-2">
            <p className="font-medium first-letter:uppercase">{need.competency}</p>
            <p className="text-[13px] text-ink-3">
              {need.phrases.length > 0 ? need.phrases.map((each) => `“${each}”`).join(", ") : "asked nearly everywhere"}
            </p>
            <Carrying need={need} />
          </li>
        ))}
      </ul>
      <h3 className="mt-4 mb-1 text-[13px] text-ink-3">Projects</h3>
      {projects.length === 0 ? (
        <p className="sheet px-4 py-3 text-[14px]">
          None of your projects shows what it asks for.{" "}
          <Link to="/portfolio" className="text-accent underline underline-offset-2">
            Add one to the portfolio
          </Link>
        </p>
      ) : (
        <ul className="sheet divide-y divide-line">
          {projects.map(({ id, title, to, shared }) => (
            <li key={`${id}${title}`} className="px-4 py-2">
              <Link to={to} className="text-accent underline underline-offset-2 break-words">
                {title}
              </Link>
              <p className="text-[13px] text-ink-3">shows {shared.map((each) => each.title).join(", ")}</p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Carrying({ need: { stories } }: { need: StoryNeed }) {
  if (stories.length === 0)
    return (
      <p className="text-[14px]">
        No story of yours carries it yet.{" "}
        <Link to="/stories" className="text-accent underline underline-offset-2">
          Tell one
        </Link>
      </p>
    );
  return (
    <ul className="text-[14px]">
      {stories.map(({ id, title, level }) => (
        <li key={id}>
          <Link to="/stories/$id" params={{ id }} className="text-accent underline underline-offset-2 break-words">
            {title}
          </Link>{" "}
          <span className="num text-ink-3">level {level} of 5</span>
        </li>
      ))}
    </ul>
  );
}
