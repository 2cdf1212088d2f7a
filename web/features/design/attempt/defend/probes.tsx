import { useEffect, useRef, useState } from "react";
import { counted } from "../../../../../src/lib/text.ts";
import { useAction } from "../../../../shell/use-action.ts";
import { Button } from "../../../../ui/button.tsx";
import { Kbd } from "../../../../ui/kbd.tsx";
import type { GradedText } from "../../types.ts";
import { GradedView } from "../graded/graded-view.tsx";
import type { Sitting } from "../use-sitting.ts";
import { ProbeForm } from "./probe-form.tsx";

/** One question at a time; what the answer came to, then the next. */
export function Probes({ sitting }: { sitting: Sitting }) {
  const { attempt, detail } = sitting;
  const [justAnswered, setJustAnswered] = useState<string>();
  const inWriting = new Set(detail.written.map(({ id }) => id));
  const answered = attempt.answers.filter(({ id }) => !inWriting.has(id));
  const shown = answered.findLast(({ id }) => id === justAnswered);
  const next = attempt.probes[0];
  const earlier = answered.filter((answer) => answer !== shown);
  const goOn = () => setJustAnswered(undefined);
  useAction(
    { id: "design.next-probe", label: "Next question", keys: "Mod-Enter", group: "This phase" },
    shown && next ? goOn : undefined,
  );
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    // the box that had the focus is gone: on to what its answer came to
    if (justAnswered !== undefined) section.current?.focus({ preventScroll: true });
  }, [justAnswered]);
  return (
    <section ref={section} tabIndex={-1} aria-label="Questions of the interviewer" className="outline-none">
      {shown ? (
        <>
          <p className="mb-2 text-[16px]">{shown.ask.trim()}</p>
          <GradedView graded={shown}>
            {next && (
              <Button look="primary" className="mt-3" onClick={goOn}>
                Next question <Kbd keys="Mod-Enter" bare />
              </Button>
            )}
          </GradedView>
        </>
      ) : next ? (
        <ProbeForm
          key={next.id}
          sitting={sitting}
          probe={next}
          place={`Question ${answered.length + 1} of ${answered.length + attempt.probes.length}`}
          onAnswered={() => setJustAnswered(next.id)}
        />
      ) : (
        <p className="mb-2 font-medium">
          {answered.length === 0
            ? "The interviewer has no question about this run."
            : `All ${counted(answered.length, "question")} are answered.`}
        </p>
      )}
      {earlier.length > 0 && (
        <ul aria-label="Answered" className="mt-4 grid gap-2">
          {earlier.map((answer) => (
            <li key={answer.id}>
              <Earlier answer={answer} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Earlier({ answer }: { answer: GradedText }) {
  return (
    <details>
      <summary className="text-[14px] text-ink-2">{answer.ask.trim()}</summary>
      <div className="mt-2">
        <GradedView graded={answer} />
      </div>
    </details>
  );
}
