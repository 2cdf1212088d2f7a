import { scored } from "../../../ui/figures.ts";
import { Sign } from "../../../ui/state-mark.tsx";
import type { ScoredRound as Scored } from "../types.ts";
import { levelSaid } from "../wording.ts";
import { LevelMark } from "./level-mark.tsx";
import { QuoteLink } from "./quote-link.tsx";
import { TopicList } from "./topic-list.tsx";

type Dimension = Scored["dimensions"][number];

/** One round: its level, each dimension with what it stands on, and what was asked. */
export function ScoredRound({ round }: { round: Scored }) {
  const { title, level, score, low, high, dimensions, topics } = round;
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
      {dimensions.some((each) => each.score !== null) && (
        <ul aria-label={`Dimensions of ${title}`} className="mt-2">
          {dimensions.map((dimension) => (
            <DimensionRow key={dimension.id} dimension={dimension} />
          ))}
        </ul>
      )}
      {topics.length > 0 && <TopicList topics={topics} />}
    </section>
  );
}

const AT_ONCE = 3;

function DimensionRow({
  dimension: { title, level, score, se, confidence, evidence, stronger },
}: {
  dimension: Dimension;
}) {
  return (
    <li className="border-line border-t py-3 text-[14px]">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5">
        <h3 className="text-[15px]">{title}</h3>
        <p className="num flex flex-wrap items-baseline gap-x-3 text-ink-2">
          <LevelMark level={level} name={levelSaid({ level, score })} />
          {score !== null && se !== null && <span>{scored(score, se)}</span>}
          {confidence && <span className="text-ink-3">{confidence} confidence</span>}
        </p>
      </div>
      <Stronger text={stronger} />
      <Evidence evidence={evidence.slice(0, AT_ONCE)} />
      {evidence.length > AT_ONCE && (
        <details className="mt-1">
          <summary className="text-ink-2">{evidence.length - AT_ONCE} more</summary>
          <Evidence evidence={evidence.slice(AT_ONCE)} />
        </details>
      )}
    </li>
  );
}

const MISSING = "Missing: ";

/** What was missing is what a stronger answer would have had. */
function Stronger({ text }: { text: string }) {
  const missing = text.startsWith(MISSING);
  return (
    <p className="mt-1 max-w-[68ch] text-ink-2">
      {missing && <span className="font-medium text-ink">A stronger answer </span>}
      {missing ? text.slice(MISSING.length) : text}
    </p>
  );
}

function Evidence({ evidence }: Pick<Dimension, "evidence">) {
  return (
    <ul className="mt-1">
      {evidence.map(({ seq, quote, says, good }, at) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: evidence does not change places
          key={at}
          className="grid grid-cols-[20px_minmax(0,1fr)] gap-x-1 py-1"
        >
          <Sign tone={good ? "pass" : "fail"} label={good ? "speaks for you" : "speaks against you"} />
          <p className="min-w-0 max-w-[68ch] break-words">
            {quote !== "" && <QuoteLink seq={seq} quote={quote} />}{" "}
            <span className="text-ink-2">{says.charAt(0).toUpperCase() + says.slice(1)}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}
