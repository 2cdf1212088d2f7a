import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { MET_FROM } from "../../../../src/features/recall/model/rating.ts";
import { useAnnounce } from "../../../shell/announcer.tsx";
import { Button } from "../../../ui/button.tsx";
import { Callout } from "../../../ui/callout.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { AnswerBox } from "../../../ui/spoken/answer-box.tsx";
import { useSpokenText } from "../../../ui/spoken/spoken-text.ts";
import { sendAnswer } from "../queries.ts";
import { currentSession } from "../session.ts";
import type { GradedAnswer, GradedCriterion, QuestionDetail } from "../types.ts";

type Props = { question: QuestionDetail; criterion: GradedCriterion; ask: string };

/** What an interviewer would ask about what was missing, answered in the same way. It does not change the score. */
export function FollowUp({ question, criterion, ask }: Props) {
  const { slug, seed } = question;
  const [graded, setGraded] = useState<GradedAnswer>();
  const spoken = useSpokenText(`holdout.recall.probe.${slug}.${criterion.id}`);
  const announce = useAnnounce();
  const [session] = useState(() => currentSession().id);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      sendAnswer(slug, {
        text: spoken.text,
        seed,
        session,
        secondsUsed: spoken.secondsUsed(),
        probe: criterion.id,
      }),
    onSuccess: (result) => {
      spoken.forget();
      setGraded(result);
      announce(isMet(result) ? "Now you have it." : "Still missing.");
    },
  });
  return (
    <section aria-label="Follow-up" className="sheet mt-4 px-4 py-4 sm:px-6">
      <h2 className="mb-1 text-sm font-medium text-ink-2">Follow-up</h2>
      <p className="mb-3 max-w-[68ch] text-[16px]">{ask}</p>
      {graded ? (
        <Callout tone={isMet(graded) ? "pass" : "part"}>
          <p className="mb-1">{graded.text}</p>
          <p className="font-medium">
            {isMet(graded) ? "Now you have it. Say it unasked next time." : `Still missing: ${criterion.metWhen}.`}
          </p>
        </Callout>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (spoken.text.trim() !== "") mutate();
          }}
        >
          <AnswerBox label={`Answer to the follow-up: ${ask}`} rows={3} spoken={spoken} />
          <Button type="submit" className="mt-3" disabled={isPending || spoken.text.trim() === ""}>
            {isPending ? "Grading" : "Answer"}
          </Button>
        </form>
      )}
      {error && <FailureNote error={error} onRetry={() => mutate()} />}
    </section>
  );
}

function isMet({ criteria }: GradedAnswer): boolean {
  return (criteria[0]?.probability ?? 0) >= MET_FROM;
}
