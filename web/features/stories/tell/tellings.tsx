import { Link } from "@tanstack/react-router";
import { formatDayAndTime } from "../../../ui/format-time.ts";
import { StateMark } from "../../../ui/state-mark.tsx";
import { Tag } from "../../../ui/tag.tsx";
import type { StoryDetail } from "../types.ts";
import { LENGTHS, STANDING_WORDS, standingTone } from "../wording.ts";

/** Earlier tellings, the last first. */
export function Tellings({ story: { id, tellings }, shown }: { story: StoryDetail; shown: string | undefined }) {
  const earlier = tellings.filter((each) => each.id !== shown).toReversed();
  if (earlier.length === 0) return null;
  return (
    <details className="mt-8">
      <summary className="text-ink-2 text-sm">
        {earlier.length === 1 ? "One other telling" : `${earlier.length} other tellings`}
      </summary>
      <ul className="mt-2">
        {earlier.map(({ id: telling, at, length, feedback: { standing, score, words } }) => (
          <li key={telling} className="num flex flex-wrap items-baseline gap-x-4 gap-y-1 py-1 text-[14px]">
            <Link to="/stories/$id" params={{ id }} search={{ telling }}>
              {formatDayAndTime(at)}
            </Link>
            <Tag>{LENGTHS.find((each) => each.id === length)?.name ?? length}</Tag>
            <StateMark tone={standingTone(standing)}>
              {score.toFixed(2)} {STANDING_WORDS[standing]}
            </StateMark>
            <span className="text-ink-3">{words} words</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
