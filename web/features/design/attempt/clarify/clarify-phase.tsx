import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "../../../../ui/button.tsx";
import { FailureNote } from "../../../../ui/failure-note.tsx";
import type { Asked } from "../../types.ts";
import type { Sitting } from "../use-sitting.ts";
import { NextPhase } from "../workspace/next-phase.tsx";
import { PhaseHead } from "../workspace/phase-head.tsx";
import { AskForm } from "./ask-form.tsx";
import { doYouMean, NOT_UNDERSTOOD, useQuestion } from "./use-question.ts";

/** The interviewer has said little on purpose: what is missing must be asked for. */
export function ClarifyPhase({ sitting }: { sitting: Sitting }) {
  const { attempt, detail, finished } = sitting;
  const question = useQuestion(attempt);
  const { asking, error } = question;
  const root = useRef<HTMLDivElement>(null);
  const askFor = (name: string) => {
    question.askFor(name);
    root.current?.querySelector<HTMLElement>("[data-first]")?.focus(); // the button goes
  };
  const latest = attempt.asked.length - 1;
  // at the question, and once more at its answer, which is longer
  const said = 2 * attempt.asked.length + (asking === undefined ? 0 : 1);
  useEffect(() => {
    const pane = root.current?.parentElement;
    if (said > 0 && pane) pane.scrollTop = pane.scrollHeight;
  }, [said]);
  return (
    <div ref={root} className="flex min-h-full max-w-[75ch] flex-col">
      <PhaseHead title="Clarify">
        The interviewer answers what you ask and tells nothing else. Ask for one thing at a time: users, load, latency,
        data, labels, cost, what must never happen.
      </PhaseHead>
      <ol aria-label="Conversation" className="grid gap-4 pb-4">
        <li>
          <Said text={detail.brief.trim()} />
        </li>
        {attempt.asked.map((asked, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was said keeps its place
          <Exchange key={at} asked={asked} {...(at === latest && !finished ? { onMeant: askFor } : {})} />
        ))}
        {asking !== undefined && (
          <li className="grid gap-2">
            <Mine text={asking} />
            <p className="late caption">The interviewer thinks</p>
          </li>
        )}
      </ol>
      {error && (
        <div className="mb-3">
          <FailureNote error={error} onRetry={question.ask} />
        </div>
      )}
      {!finished && (
        <div className="sticky bottom-0 mt-auto border-t border-line bg-paper pt-3 pb-4">
          <AskForm question={question} />
          <div className="mt-2 flex justify-end">
            <NextPhase sitting={sitting} look="plain" />
          </div>
        </div>
      )}
    </div>
  );
}

type ExchangeProps = { asked: Asked; onMeant?: (name: string) => void };

function Exchange({ asked: { text, fact, meant }, onMeant }: ExchangeProps) {
  return (
    <li className="grid gap-2">
      <Mine text={text} />
      {fact ? (
        <Said text={fact.answer} about={fact.about} />
      ) : (
        <Said text={meant === null ? NOT_UNDERSTOOD : doYouMean(meant)} about="not understood">
          {meant !== null && onMeant && (
            <Button className="mt-2" onClick={() => onMeant(meant)}>
              Yes, tell me that
            </Button>
          )}
        </Said>
      )}
    </li>
  );
}

const Mine = ({ text }: { text: string }) => (
  <p className="ml-8 max-w-[60ch] justify-self-end rounded-lg rounded-br-sm bg-accent-wash px-3.5 py-2 break-words whitespace-pre-wrap">
    <span className="sr-only">You: </span>
    {text}
  </p>
);

const Said = ({ text, about, children }: { text: string; about?: string; children?: ReactNode }) => (
  <div className="sheet mr-8 max-w-[60ch] justify-self-start rounded-bl-sm px-3.5 py-2">
    <p className="whitespace-pre-line">
      <span className="sr-only">Interviewer: </span>
      {text}
    </p>
    {about && <p className="caption mt-0.5">{about}</p>}
    {children}
  </div>
);
