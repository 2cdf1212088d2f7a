import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { counted } from "../../../../../src/lib/text.ts";
import { ApiError } from "../../../../api/client.ts";
import { useAnnounce } from "../../../../shell/announcer.tsx";
import { useAction } from "../../../../shell/use-action.ts";
import { Button, TextButton } from "../../../../ui/button.tsx";
import { FailureNote } from "../../../../ui/failure-note.tsx";
import { Kbd } from "../../../../ui/kbd.tsx";
import { StateMark } from "../../../../ui/state-mark.tsx";
import { casesQuery } from "../../cases-query.ts";
import { attemptKey, caseQuery, finishAttempt } from "../../queries.ts";
import type { Phase } from "../../types.ts";
import { phaseNames } from "../../wording.ts";
import type { Sitting } from "../use-sitting.ts";
import { PhaseHead } from "../workspace/phase-head.tsx";
import { unwritten } from "../workspace/progress.ts";

/** Before the scorecard: what is still missing, and that finishing is for good. */
export function FinishView({ sitting }: { sitting: Sitting }) {
  const missing = missingIn(sitting);
  const { mutate, isPending, error } = useFinish(sitting);
  useAction(
    { id: "design.finish", label: "Finish and see the scorecard", keys: "Mod-Enter", group: "This phase" },
    mutate,
  );
  return (
    <div className="max-w-[68ch] pb-10">
      <PhaseHead title="Scorecard">
        Finishing grades what you wrote and scores eleven dimensions. After that nothing can be changed, and the
        reference design is shown.
      </PhaseHead>
      {missing.length > 0 ? (
        <>
          <p className="mb-1 font-medium">Not done yet, and scored as it stands:</p>
          <ul aria-label="Not done yet" className="sheet mb-5 overflow-hidden">
            {missing.map(({ phase, what }) => (
              <li
                key={what}
                className="num flex flex-wrap items-baseline justify-between gap-x-4 border-t border-line px-4 py-2.5 first:border-t-0"
              >
                <StateMark tone="part" className="!font-normal">
                  <span className="text-ink">{what}</span>
                </StateMark>
                <TextButton onClick={() => sitting.goTo(phase)}>To {phaseNames[phase]}</TextButton>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className="mb-5">
          <StateMark tone="pass">Everything is done.</StateMark>
        </p>
      )}
      <Button look="primary" className="min-h-10 px-4" onClick={() => mutate()} disabled={isPending}>
        {isPending ? "Grading what you wrote" : "Finish and see the scorecard"} <Kbd keys="Mod-Enter" bare />
      </Button>
      {error && (
        <div className="mt-3">
          <FailureNote error={error} onRetry={() => mutate()} />
        </div>
      )}
    </div>
  );
}

const NOT_SAVED = {
  code: "not-saved",
  status: 0,
  message: "What you typed last did not reach the server, so nothing was graded.",
  mend: "It is kept in this browser. Start the server again with `npm start`, then finish.",
};

function useFinish({ attempt, flush }: Sitting) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const announce = useAnnounce();
  return useMutation({
    mutationFn: async () => {
      if ((await flush()) === "unsaved") throw new ApiError(NOT_SAVED);
      return finishAttempt(attempt.id);
    },
    onSuccess: async (finished) => {
      client.setQueryData(attemptKey(attempt.id), finished);
      announce(`Finished. Score ${finished.scorecard?.score.toFixed(2) ?? ""}`);
      // the address now names it: the case has no open attempt any more
      await navigate({
        to: "/design/$slug",
        params: { slug: attempt.slug },
        search: { attempt: attempt.id },
        replace: true,
      });
      void client.invalidateQueries({ queryKey: casesQuery.queryKey });
      void client.invalidateQueries({ queryKey: caseQuery(attempt.slug).queryKey });
    },
  });
}

type Missing = { phase: Phase; what: string };

function missingIn(sitting: Sitting): Missing[] {
  const { attempt } = sitting;
  const open = unwritten(sitting);
  const list: (Missing | false)[] = [
    attempt.asked.length === 0 && { phase: "clarify", what: "Nothing was asked" },
    open.scope > 0 && { phase: "scope", what: `${counted(open.scope, "written question")} without an answer` },
    attempt.checked === null && { phase: "estimate", what: "The estimates are not handed in" },
    attempt.runs.length === 0 && { phase: "design", what: "The design was not run" },
    attempt.runs.length === 1 && { phase: "design", what: "No second run after feedback" },
    attempt.probes.length > 0 && {
      phase: "defend",
      what: `${counted(attempt.probes.length, "question")} of the interviewer without an answer`,
    },
    open.defend > 0 && { phase: "defend", what: `${counted(open.defend, "written question")} without an answer` },
  ];
  return list.filter((each) => each !== false);
}
