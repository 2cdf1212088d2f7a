import { type ReactNode, useState } from "react";
import { Callout } from "../../../../ui/callout.tsx";
import { classNames } from "../../../../ui/class-names.ts";
import { scored } from "../../../../ui/figures.ts";
import { flagWords } from "../../../../ui/flag-words.ts";
import { MarkedAnswer } from "../../../../ui/marked-answer/marked-answer.tsx";
import { Sign, StateMark } from "../../../../ui/state-mark.tsx";
import type { GradedText } from "../../types.ts";
import { MET_FROM, standingOf } from "../../wording.ts";

/** A text with what it came to: the words that counted, what was missed, and a strong answer. */
export function GradedView({ graded, children }: { graded: GradedText; children?: ReactNode }) {
  const [pointed, point] = useState<string>();
  const { text, criteria, misconceptions, reference } = graded;
  const judged = criteria.map((each) => ({ ...each, met: each.probability >= MET_FROM }));
  return (
    <div className="sheet settle px-4 py-3 sm:px-5">
      <MarkedAnswer graded={{ text, criteria: judged, misconceptions }} pointed={pointed} onPoint={point} />
      {misconceptions.map(({ id, says, whyWrong }) => (
        <Callout key={id} tone="fail" className="mt-3">
          <p>
            <b className="font-semibold">You seem to say:</b> {says}
          </p>
          <p className="mt-1">{whyWrong}</p>
        </Callout>
      ))}
      <Verdict graded={graded} />
      <ul aria-label="Criteria">
        {judged.map(({ id, met, metWhen, say, probability, points }) => (
          <li
            key={id}
            onMouseEnter={() => point(id)}
            onMouseLeave={() => point(undefined)}
            className={classNames(
              "grid grid-cols-[20px_minmax(0,1fr)_auto] gap-x-2 border-t border-line py-2 text-[14px]",
              pointed === id && "bg-sunk",
            )}
          >
            <Sign tone={met ? "pass" : "fail"} label={met ? "met" : "missed"} />
            <div className="min-w-0">
              <p className="first-letter:uppercase">{metWhen}</p>
              {!met && say[0] && <p className="mt-0.5 text-ink-2">One way to put it: “{say[0]}”</p>}
            </div>
            <span className="num text-ink-2">
              {(probability * points).toFixed(1)} / {points}
            </span>
          </li>
        ))}
      </ul>
      <details className="border-t border-line pt-2 text-[14px]">
        <summary className="font-medium">A strong answer</summary>
        <p className="mt-1 max-w-[68ch] leading-6 text-ink-2">{reference.trim().replaceAll(/\s*\n\s*/g, " ")}</p>
      </details>
      {children}
    </div>
  );
}

function Verdict({ graded: { score, se, abstained, flags } }: { graded: GradedText }) {
  const { tone, words } = abstained ? { tone: "idle" as const, words: "not sure" } : standingOf(score);
  return (
    <div className="mt-3 mb-2">
      <StateMark tone={tone} className="num">
        {scored(score, se)} <span className="sr-only">of 1: </span>
        <span className="text-sm font-normal">{words}</span>
      </StateMark>
      {abstained && <p className="caption">The grader is not sure: compare with the strong answer.</p>}
      {flags.map((flag) => (
        <p key={flag} className="caption">
          {flagWords[flag] ?? flag}
        </p>
      ))}
    </div>
  );
}
