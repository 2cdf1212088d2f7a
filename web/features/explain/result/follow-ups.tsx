import { useMutation, useQueryClient } from "@tanstack/react-query";
import { CAME_FROM } from "../../../../src/features/explain/model/next-ask.ts";
import { useAnnounce } from "../../../shell/announcer.tsx";
import { Button } from "../../../ui/button.tsx";
import { Callout } from "../../../ui/callout.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { AnswerBox } from "../../../ui/spoken/answer-box.tsx";
import { useSpokenText } from "../../../ui/spoken/spoken-text.ts";
import { attemptQuery, sendFollowUp } from "../queries.ts";
import type { FollowUp, ReadAttempt } from "../types.ts";
import { sentence } from "../wording.ts";

const SECONDS = { least: 15, most: 60 };

/** What the listener asks next, answered in turn. It does not change the score. */
export function FollowUps({ attempt }: { attempt: ReadAttempt }) {
  const { followUps, nextAsk } = attempt;
  if (followUps.length === 0 && nextAsk === null) return null;
  return (
    <section aria-label="Follow-up" className="sheet mt-4 px-4 py-4 sm:px-6">
      <h2 className="mb-2 font-medium text-ink-2 text-sm">They ask next</h2>
      {followUps.map((followUp) => (
        <Answered key={followUp.ask} followUp={followUp} attempt={attempt} />
      ))}
      {nextAsk !== null && <Asked key={nextAsk} attempt={attempt} ask={nextAsk} />}
    </section>
  );
}

function Answered({ followUp, attempt }: { followUp: FollowUp; attempt: ReadAttempt }) {
  const { ask, text, terms, distortions } = followUp;
  const { tone, words } = verdictOf(followUp, attempt);
  return (
    <div className="mb-4">
      <p className="mb-2 max-w-[68ch] text-[16px]">{ask}</p>
      <Callout tone={tone}>
        <p className="mb-1 whitespace-pre-wrap break-words">{text}</p>
        <p className="font-medium">{words}</p>
        {terms.map(({ term, instead }) => (
          <p key={term} className="mt-1">
            Not known to them: <b className="font-medium">{term}</b>. {sentence(instead)}
          </p>
        ))}
        {distortions.length > 0 && <p className="mt-1">Something in it went too far: read it against the model.</p>}
      </Callout>
    </div>
  );
}

function verdictOf({ came, criterion, abstained }: FollowUp, { criteria }: ReadAttempt) {
  const metWhen = criteria.find(({ id }) => id === criterion)?.metWhen;
  if (came === null)
    return { tone: "accent", words: "This one goes beyond the drill: judge it by the model explanation." } as const;
  if (abstained)
    return { tone: "accent", words: "The grader is not sure: compare with the model explanation." } as const;
  if (came.probability >= CAME_FROM)
    return { tone: "pass", words: "Now it comes across. Say it unasked next time." } as const;
  return { tone: "part", words: `Still missing: ${sentence(metWhen ?? "")}` } as const;
}

function Asked({ attempt: { id, followUps }, ask }: { attempt: ReadAttempt; ask: string }) {
  const spoken = useSpokenText(`holdout.explain.asked.${id}.${followUps.length}`);
  const client = useQueryClient();
  const announce = useAnnounce();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => sendFollowUp(id, spoken.text),
    onSuccess: (read) => {
      spoken.forget();
      client.setQueryData(attemptQuery(id).queryKey, read);
      const last = read.followUps.at(-1);
      if (last) announce(verdictOf(last, read).words);
    },
  });
  return (
    <>
      <p className="mb-3 max-w-[68ch] text-[16px]">{ask}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (spoken.text.trim() !== "" && !isPending) mutate();
        }}
      >
        <AnswerBox label={`Answer: ${ask}`} rows={3} spoken={spoken} targetSeconds={SECONDS} />
        <Button type="submit" className="mt-3" disabled={isPending || spoken.text.trim() === ""}>
          {isPending ? "Listening" : "Answer"}
        </Button>
      </form>
      {error && <FailureNote error={error} onRetry={() => mutate()} />}
    </>
  );
}
