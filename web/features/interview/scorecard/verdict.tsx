import { Link } from "@tanstack/react-router";
import type { RefObject } from "react";
import { BAR } from "../../../../src/features/interview/model/scorecard.ts";
import { percent } from "../../../ui/figures.ts";
import { formatDayAndTime } from "../../../ui/format-time.ts";
import type { Scorecard } from "../types.ts";
import { RECOMMENDATIONS } from "../wording.ts";
import { changeSaid } from "./compare.ts";
import { IntervalBar } from "./interval-bar.tsx";
import { LevelMark } from "./level-mark.tsx";
import { roomPath } from "./room-path.ts";

type Props = { scorecard: Scorecard; headingRef: RefObject<HTMLHeadingElement | null> };

/** What the panel would recommend and how sure that is, then the one thing to mend. */
export function Verdict({ scorecard, headingRef }: Props) {
  const { recommendation, said, score, low, high, passes, before, practise } = scorecard;
  const { name, level } = RECOMMENDATIONS[recommendation];
  const [first] = practise;
  return (
    <section aria-label="Recommendation" className="sheet mb-6 px-4 py-5 sm:px-6">
      <h2 ref={headingRef} tabIndex={-1} className="outline-none">
        <LevelMark level={level} name={name} className="text-xl" />
      </h2>
      <p className="mt-1 max-w-[68ch] text-[16px] text-ink-2">{withoutName(said, name)}</p>
      {score === null || low === null || high === null ? (
        <Abstained />
      ) : (
        <div className="mt-4 max-w-[560px]">
          <IntervalBar score={score} low={low} high={high} before={before?.score} />
          <p className="num mt-1 text-[14px]">
            <b className="font-semibold">{score.toFixed(2)}</b> of 1, likely between {low.toFixed(2)} and{" "}
            {high.toFixed(2)}
            {passes !== null && (
              <span className="text-ink-2">
                {" "}
                · {percent(passes)} likely at or above the bar of {BAR.toFixed(2)}
              </span>
            )}
          </p>
          {before && (
            <p className="caption num mt-1">
              {asIn(changeSaid(score, before.score))}{" "}
              <Link to="/interview/$id" params={{ id: before.id }} className="underline underline-offset-2">
                the mock of {formatDayAndTime(before.at)}
              </Link>{" "}
              (hollow dot, {before.score.toFixed(2)}).
            </p>
          )}
        </div>
      )}
      {first && (
        <p className="mt-4 max-w-[68ch] border-line border-t pt-3 text-[15px]">
          <b className="font-semibold">First to mend:</b>{" "}
          <Link to={roomPath(first.to)} className="text-accent underline underline-offset-2">
            {first.title}
          </Link>
          . <span className="text-ink-2">{first.why}</span>
        </p>
      )}
    </section>
  );
}

const asIn = (change: string) => (change === "the same" ? "The same as in" : `${change} than in`);

/** No number is better than one that nothing stands behind. */
const Abstained = () => (
  <p className="mt-3 max-w-[68ch] text-[14px] text-ink-2">
    The panel does not guess. Read the model answers below beside the replay and judge for yourself; a mock with more
    said gets a number.
  </p>
);

/** "Hire: above the bar" stands below the word itself. */
function withoutName(said: string, name: string): string {
  const rest = said.startsWith(`${name}: `) ? said.slice(name.length + 2) : said;
  return `${rest.charAt(0).toUpperCase()}${rest.slice(1)}`;
}
