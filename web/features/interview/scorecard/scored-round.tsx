import type { handedIn } from "../handed-in.ts";
import type { ScoredRound as Scored } from "../types.ts";
import { levelSaid } from "../wording.ts";
import { DimensionRow } from "./dimension-row.tsx";
import { LevelMark } from "./level-mark.tsx";
import { TopicList } from "./topic-list.tsx";

type Props = { round: Scored; made: ReturnType<typeof handedIn> };

/** One round: its level, each dimension with what it stands on, what was asked, and what was handed in. */
export function ScoredRound({ round, made }: Props) {
  const { title, level, score, low, high, dimensions, others, topics } = round;
  const heading = `round-${round.round}`;
  return (
    <section aria-labelledby={heading} className="sheet mb-6 px-4 py-4 sm:px-6">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 id={heading} className="text-lg">
          {title}
        </h2>
        <p className="num flex flex-wrap items-baseline gap-x-3 text-[14px] text-ink-2">
          <LevelMark level={level} name={levelSaid({ level, score })} />
          {score !== null && low !== null && high !== null && (
            <span>
              {score.toFixed(2)}, likely {low.toFixed(2)} to {high.toFixed(2)}
            </span>
          )}
        </p>
      </div>
      {level === null && (
        <p className="mt-1 max-w-[68ch] text-[14px] text-ink-2">
          Too little was said to judge. Compare what you said with the model answers and mark yourself.
        </p>
      )}
      {[...dimensions, ...others].some((each) => each.score !== null) && (
        <>
          <ul aria-label={`Dimensions of ${title}`} className="mt-2">
            {dimensions.map((dimension) => (
              <DimensionRow key={dimension.id} dimension={dimension} />
            ))}
          </ul>
          {others.length > 0 && <Others others={others} />}
        </>
      )}
      {topics.length > 0 && <TopicList topics={topics} />}
      {made && (
        <details className="border-line border-t pt-3 text-[14px]">
          <summary className="text-ink-2">{made.said}</summary>
          <pre className="mt-2 overflow-x-auto rounded-md bg-sunk px-3 py-2 font-mono text-[12.5px] leading-5 print:overflow-visible print:whitespace-pre-wrap print:break-words">
            {made.text}
          </pre>
        </details>
      )}
    </section>
  );
}

/** What counts in the score though the role's panel has no name for it. */
function Others({ others }: Pick<Scored, "others">) {
  return (
    <details className="border-line border-t py-3 text-[14px]">
      <summary className="text-ink-2">
        Also in the score: {others.map(({ title }) => title.charAt(0).toLowerCase() + title.slice(1)).join(", ")}
      </summary>
      <ul aria-label="Also in the score" className="mt-2">
        {others.map((dimension) => (
          <DimensionRow key={dimension.id} dimension={dimension} />
        ))}
      </ul>
    </details>
  );
}
