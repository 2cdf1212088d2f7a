import { counted } from "../../../../src/lib/text.ts";
import { paragraphsOf } from "../../../ui/paragraphs.ts";
import { clockTime } from "../../../ui/stopwatch.ts";
import type { ScoredRound } from "../types.ts";

/** What was asked, what was missed of it, and the model answer behind a fold. */
export function TopicList({ topics }: Pick<ScoredRound, "topics">) {
  return (
    <div className="border-line border-t pt-3">
      <h3 className="mb-1 text-sm font-medium text-ink-2">What was asked</h3>
      <ul>
        {topics.map(({ topic, title, score, se, seconds, hints, missed, reference }) => (
          <li key={topic} className="py-1.5 text-[14px]">
            <p className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span className="min-w-0 flex-1 basis-[200px] font-medium">{title}</span>
              <span className="num text-ink-2">
                {score.toFixed(2)} ± {se.toFixed(2)} · {clockTime(seconds)}
                {hints > 0 && ` · ${counted(hints, "hint")}`}
              </span>
            </p>
            <Missed missed={missed} />
            {reference !== "" && (
              <details className="mt-1">
                <summary className="text-ink-2">
                  A model answer<span className="sr-only"> to {title}</span>
                </summary>
                <p className="mt-1 max-w-[68ch] whitespace-pre-line leading-7">{paragraphsOf(reference)}</p>
              </details>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

const AT_ONCE = 3;

function Missed({ missed }: { missed: readonly string[] }) {
  if (missed.length === 0) return <p className="mt-1 text-ink-2">Everything was heard.</p>;
  const rest = missed.slice(AT_ONCE);
  return (
    <>
      <p className="mt-1 text-ink-2">Not heard:</p>
      <MissedList missed={missed.slice(0, AT_ONCE)} />
      {rest.length > 0 && (
        <details>
          <summary className="text-ink-2">{rest.length} more not heard</summary>
          <MissedList missed={rest} />
        </details>
      )}
    </>
  );
}

const MissedList = ({ missed }: { missed: readonly string[] }) => (
  <ul className="list-disc pl-5 text-ink-2">
    {missed.map((each) => (
      <li key={each} className="max-w-[66ch]">
        {each}
      </li>
    ))}
  </ul>
);
