import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { GOOD_FROM, MET_FROM, PARTLY_FROM } from "../../../../src/features/recall/model/rating.ts";
import { Callout } from "../../../ui/callout.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { scored } from "../../../ui/figures.ts";
import { flagWords } from "../../../ui/flag-words.ts";
import { MarkedAnswer } from "../../../ui/marked-answer/marked-answer.tsx";
import { StateMark, type Tone } from "../../../ui/state-mark.tsx";
import { ToolsAsked } from "../../reading/tools/tools-asked.tsx";
import { overrule } from "../queries.ts";
import type { GradedAnswer, QuestionDetail } from "../types.ts";
import { inDays } from "../wording.ts";
import { CriterionList } from "./criterion-list.tsx";
import { FollowUp } from "./follow-up.tsx";
import { NextActions } from "./next-actions.tsx";

type Props = {
  question: QuestionDetail;
  graded: GradedAnswer;
  onChange: (graded: GradedAnswer) => void;
  onAgain: () => void;
};

/** What an answer came to: did it pass, what to mend, where is the evidence, what comes next. */
export function Result({ question, graded, onChange, onAgain }: Props) {
  const [pointed, point] = useState<string>();
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (met: Record<string, boolean>) => overrule(graded.id, met),
    onSuccess: onChange,
  });
  useEffect(() => {
    void client.invalidateQueries({ queryKey: ["recall", "questions"] });
  }, [client]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const criteria = graded.criteria.map((each) => ({ ...each, met: each.overruled ?? each.probability >= MET_FROM }));
  const words = { ...graded, criteria };
  const probed = graded.criteria.find(({ probability, probe }) => probe !== null && probability < MET_FROM);
  return (
    <>
      <div className="grid items-start gap-4 lg:grid-cols-[1.3fr_1fr] lg:grid-rows-[auto_1fr]">
        <section aria-label="Your answer" className="sheet px-4 py-4 sm:px-6">
          <MarkedAnswer graded={words} pointed={pointed} onPoint={point} />
          <Mistakes graded={graded} />
        </section>
        <section aria-label="Grade" className="sheet px-4 py-4 sm:px-6 lg:row-span-2">
          <h2 ref={heading} tabIndex={-1} className="mb-1 outline-none">
            <Verdict graded={graded} />
          </h2>
          <Notes graded={graded} />
          <CriterionList
            criteria={graded.criteria}
            pointed={pointed}
            onPoint={point}
            onOverrule={(id, met) => mutate({ [id]: met })}
            pending={isPending}
          />
          {error && <FailureNote error={error} />}
          <p className="caption num mt-3 border-t border-line pt-2">
            {graded.due && <>Returns {inDays(graded.due)}. </>}
            Not how you meant it? Mark a criterion yourself: the schedule follows you, and the grader's own word is
            kept.
          </p>
        </section>
        <Model graded={graded} />
      </div>
      {probed?.probe && <FollowUp key={probed.id} question={question} criterion={probed} ask={probed.probe} />}
      <ToolsAsked skills={question.skills.map(({ id }) => id)} />
      <NextActions onAgain={onAgain} />
    </>
  );
}

function Verdict({ graded: { grade } }: { graded: GradedAnswer }) {
  const { score, se, abstained, engine } = grade;
  const tone: Tone = abstained ? "idle" : score >= GOOD_FROM ? "pass" : score >= PARTLY_FROM ? "part" : "fail";
  const words = abstained ? "not sure" : score >= GOOD_FROM ? "good" : score >= PARTLY_FROM ? "partly" : "not yet";
  return (
    <span className="flex flex-wrap items-baseline justify-between gap-x-3">
      <StateMark tone={tone} className="num text-lg">
        {scored(score, se)} <span className="sr-only">of 1: </span>
        <span className="text-sm font-normal">{words}</span>
      </StateMark>
      <span className="caption font-normal">{engine} grader</span>
    </span>
  );
}

function Notes({ graded: { grade } }: { graded: GradedAnswer }) {
  const { abstained, flags, note, engine, score } = grade;
  return (
    <div className="caption mb-2 flex flex-col gap-1">
      {abstained && <p>The grader is not sure: compare with the model answer and mark yourself.</p>}
      {flags.map((flag) => (
        <p key={flag}>{flagWords[flag] ?? flag}</p>
      ))}
      {engine === "lexical" && <p>The encoder is missing: words alone were compared. See `holdout doctor`.</p>}
      {note && <p>{note}</p>}
      {engine !== "llm" && !abstained && score >= GOOD_FROM && (
        <p>Graded offline, where a fluent claim that is wrong can pass: compare yours with the model answer.</p>
      )}
    </div>
  );
}

function Mistakes({ graded }: { graded: GradedAnswer }) {
  return graded.misconceptions.map(({ id, says, whyWrong }) => (
    <Callout key={id} tone="fail" className="mt-4">
      <p>
        <b className="font-semibold">You seem to say:</b> {says}
      </p>
      <p className="mt-1">{whyWrong}</p>
    </Callout>
  ));
}

function Model({ graded: { reference, sources } }: { graded: GradedAnswer }) {
  return (
    <details className="sheet px-4 py-3 sm:px-6" open>
      <summary className="text-sm font-medium">A model answer</summary>
      <p className="mt-2 max-w-[68ch] text-[15px] leading-7 text-ink-2">
        {reference.trim().replaceAll(/\s*\n\s*/g, " ")}
      </p>
      {sources.length > 0 && (
        <ul className="caption mt-2 list-disc pl-5">
          {sources.map((source) => (
            <li key={source}>{source}</li>
          ))}
        </ul>
      )}
    </details>
  );
}
