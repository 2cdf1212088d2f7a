import { useEffect, useRef, useState } from "react";
import { Callout } from "../../../ui/callout.tsx";
import type { ConceptDetail, ReadAttempt } from "../types.ts";
import { Came } from "./came.tsx";
import { FollowUps } from "./follow-ups.tsx";
import { FormSection } from "./form-section.tsx";
import { MarkedExplanation } from "./marked-explanation.tsx";
import { Model } from "./model.tsx";
import { NextActions } from "./next-actions.tsx";
import { ToMend } from "./to-mend.tsx";
import { ScoreSum, Verdict } from "./verdict.tsx";

type Props = { concept: ConceptDetail; attempt: ReadAttempt };

/** How an explanation came across: did it, what to mend first, where is the evidence, what comes next. */
export function Result({ concept, attempt }: Props) {
  const [pointed, point] = useState<string>();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <div className="grid items-start gap-4 lg:grid-cols-[1.3fr_1fr] lg:grid-rows-[auto_1fr]">
        <section aria-label="Verdict" className="sheet px-4 py-4 sm:px-6 lg:col-start-2 lg:row-span-2">
          <h2 ref={heading} tabIndex={-1} className="mb-2 outline-none">
            <Verdict attempt={attempt} />
          </h2>
          <ToMend attempt={attempt} />
          <ScoreSum attempt={attempt} />
          <h3 className="mt-4 mb-1 font-medium text-sm">What had to come across</h3>
          <Came criteria={attempt.criteria} pointed={pointed} onPoint={point} />
        </section>
        <section aria-label="Your explanation" className="sheet px-4 py-4 sm:px-6 lg:col-start-1 lg:row-start-1">
          <MarkedExplanation attempt={attempt} pointed={pointed} onPoint={point} />
          <Distorted attempt={attempt} />
          <FormSection attempt={attempt} />
        </section>
        <Model attempt={attempt} />
      </div>
      <FollowUps attempt={attempt} />
      <NextActions concept={concept} attempt={attempt} />
    </>
  );
}

function Distorted({ attempt: { distortions, suspected } }: { attempt: ReadAttempt }) {
  return (
    <>
      {distortions.map(({ id, says, whyWrong }) => (
        <Callout key={id} tone="fail" className="mt-4">
          <p>
            <b className="font-semibold">This is no longer true:</b> {says}
          </p>
          <p className="mt-1">{whyWrong}</p>
        </Callout>
      ))}
      {suspected.map(({ id, span, says, whyWrong }) => (
        <Callout key={id} tone="part" className="mt-4">
          <p>
            <b className="font-semibold">Read this again:</b> “{span.text}”
          </p>
          <p className="mt-1">
            It comes near to a common distortion, “{says}” {whyWrong} It costs nothing here.
          </p>
        </Callout>
      ))}
    </>
  );
}
