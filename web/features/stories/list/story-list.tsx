import { Link } from "@tanstack/react-router";
import { StateMark } from "../../../ui/state-mark.tsx";
import { Tag } from "../../../ui/tag.tsx";
import type { StoryBank, StorySummary } from "../types.ts";
import { LENGTHS, STANDING_WORDS, standingTone } from "../wording.ts";

export function StoryList({ bank: { stories, overused } }: { bank: StoryBank }) {
  return (
    <section aria-labelledby="stories" className="mb-8">
      <h2 id="stories" className="mb-2 text-lg">
        Your stories
      </h2>
      <ul className="sheet divide-y divide-line">
        {stories.map((story) => (
          <li key={story.id} className="px-4 py-3">
            <StoryLine story={story} />
            {overused
              .filter((each) => each.story === story.id)
              .map(({ said }) => (
                <p key={said} className="mt-1 text-[14px] text-part">
                  Over-used. {said}
                </p>
              ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function StoryLine({ story: { id, title, standing, score, lengths, tellings } }: { story: StorySummary }) {
  return (
    <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
      <Link to="/stories/$id" params={{ id }} className="min-w-0 flex-1 basis-[220px] break-words font-medium">
        {title}
      </Link>
      {standing && score !== null ? (
        <StateMark tone={standingTone(standing)} className="num text-[14px]">
          {score.toFixed(2)} {STANDING_WORDS[standing]}
        </StateMark>
      ) : (
        <span className="text-[14px] text-ink-3">not told yet</span>
      )}
      <span className="flex flex-wrap gap-1">
        {LENGTHS.filter((each) => lengths.includes(each.id)).map((each) => (
          <Tag key={each.id}>{each.name}</Tag>
        ))}
      </span>
      <span className="num text-[13px] text-ink-3">
        {tellings > 0 && `told ${tellings === 1 ? "once" : `${tellings} times`}`}
      </span>
    </div>
  );
}
