import { useMutation } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState } from "react";
import { type PageAction, useActions } from "../../../shell/actions.ts";
import { Button } from "../../../ui/button.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { Kbd } from "../../../ui/kbd.tsx";
import { AnswerBox } from "../../../ui/spoken/answer-box.tsx";
import { type SpokenText, useSpokenText } from "../../../ui/spoken/spoken-text.ts";
import { sendAnswer } from "../queries.ts";
import { asked } from "../session.ts";
import type { GradedAnswer, QuestionDetail } from "../types.ts";

type Props = { question: QuestionDetail; onGraded: (graded: GradedAnswer) => void };

export function AnswerForm({ question, onGraded }: Props) {
  const { slug, seed } = question;
  const spoken = useSpokenText(`holdout.recall.draft.${slug}`);
  const [session] = useState(() => asked(slug).id);
  const { mutate, isPending, error } = useMutation({
    mutationFn: (text: string) => sendAnswer(slug, { text, seed, session, secondsUsed: spoken.secondsUsed() }),
    onSuccess: (graded) => {
      spoken.forget();
      onGraded(graded);
    },
  });
  const send = () => {
    spoken.dictation.stop();
    if (spoken.text.trim() !== "" && !isPending) mutate(spoken.text);
  };
  useAnswerKeys(send, spoken);
  const box = useRef<HTMLTextAreaElement>(null);
  // the question stays in sight: a phone would scroll past it to the box
  useEffect(() => box.current?.focus({ preventScroll: true }), []);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <AnswerBox label="Your answer" rows={9} spoken={spoken} ref={box} />
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <Button type="submit" look="primary" disabled={isPending || spoken.text.trim() === ""}>
          {isPending ? "Grading" : "Grade my answer"} <Kbd keys="Mod-Enter" bare />
        </Button>
        <p className="caption">Speak as you would to the interviewer. The rubric and a model answer come after.</p>
      </div>
      {error && (
        <div className="mt-3">
          <FailureNote error={error} onRetry={send} />
        </div>
      )}
    </form>
  );
}

function useAnswerKeys(send: () => void, { dictation }: SpokenText): void {
  const latest = useRef({ send, toggle: dictation.toggle });
  latest.current = { send, toggle: dictation.toggle };
  const actions = useMemo<PageAction[]>(() => {
    const group = "This question";
    const speak: PageAction = {
      id: "recall.dictate",
      label: "Dictate, or stop",
      keys: "Alt-d",
      group,
      run: () => latest.current.toggle(),
    };
    return [
      { id: "recall.send", label: "Grade my answer", keys: "Mod-Enter", group, run: () => latest.current.send() },
      ...(dictation.offered ? [speak] : []),
    ];
  }, [dictation.offered]);
  useActions(actions);
}
