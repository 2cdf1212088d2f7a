import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { SpokenForm } from "../../../shell/spoken-form.tsx";
import { useSpokenText } from "../../../ui/spoken/spoken-text.ts";
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
  return (
    <SpokenForm
      room="recall"
      group="This question"
      label="Your answer"
      rows={9}
      spoken={spoken}
      send={{ label: "Grade my answer", pendingLabel: "Grading", run: mutate }}
      pending={isPending}
      error={error}
    >
      <p className="caption">Speak as you would to the interviewer. The rubric and a model answer come after.</p>
    </SpokenForm>
  );
}
