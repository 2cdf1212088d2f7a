import { useEffect, useId, useRef } from "react";
import { useAnnounce } from "../../../../shell/announcer.tsx";
import { useAction } from "../../../../shell/use-action.ts";
import { Button } from "../../../../ui/button.tsx";
import { FailureNote } from "../../../../ui/failure-note.tsx";
import { Kbd } from "../../../../ui/kbd.tsx";
import { answerProbe } from "../../queries.ts";
import type { Probe } from "../../types.ts";
import { standingOf } from "../../wording.ts";
import { type Sitting, useStep } from "../use-sitting.ts";
import { TextBox } from "../workspace/text-box.tsx";

type Props = { sitting: Sitting; probe: Probe; place: string; onAnswered: () => void };

/** Drafts of answers to probes stand beside the written ones; the prefix keeps their ids apart. */
const draftId = (probe: string) => `probe.${probe}`;

export function ProbeForm({ sitting, probe, place, onAnswered }: Props) {
  const { attempt, draft, current, change, finished } = sitting;
  const label = useId();
  const announce = useAnnounce();
  const key = draftId(probe.id);
  const text = draft.written[key] ?? "";
  const { mutate, isPending, error } = useStep(attempt.id, (said: string) => answerProbe(attempt.id, probe.id, said), {
    onDone: ({ answers }) => {
      change({ written: { ...current().written, [key]: "" } });
      const graded = answers.findLast(({ id }) => id === probe.id);
      if (graded) announce(`Graded: ${graded.abstained ? "not sure" : standingOf(graded.score).words}`);
      onAnswered();
    },
  });
  const send = () => {
    if (text.trim() !== "" && !isPending) mutate(text);
  };
  useAction({ id: "design.answer", label: "Answer", keys: "Mod-Enter", group: "This phase" }, send);
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => box.current?.focus({ preventScroll: true }), []);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <p className="caption num">{place}</p>
      <p className="mb-1 text-ink-2">{probe.because}</p>
      <p id={label} className="mb-2 text-[17px] leading-7">
        {probe.ask.trim()}
      </p>
      <TextBox
        ref={box}
        data-first=""
        labelledBy={label}
        value={text}
        readOnly={finished || isPending}
        onChange={(next) => change({ written: { ...draft.written, [key]: next } })}
      />
      <Button type="submit" look="primary" className="mt-3" disabled={isPending || text.trim() === ""}>
        {isPending ? "Grading" : "Answer"} <Kbd keys="Mod-Enter" bare />
      </Button>
      {error && (
        <div className="mt-3">
          <FailureNote error={error} onRetry={send} />
        </div>
      )}
    </form>
  );
}
