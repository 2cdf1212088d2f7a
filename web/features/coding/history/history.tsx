import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Button } from "../../../ui/button.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { formatDayAndTime } from "../../../ui/format-time.ts";
import { StateMark } from "../../../ui/state-mark.tsx";
import { clockTime } from "../../../ui/stopwatch.ts";
import { submissionsQuery } from "../queries.ts";
import { verdictNames, verdictTone } from "../results/verdict-words.ts";
import type { ProblemDetail, SubmissionSummary } from "../types.ts";
import { counted } from "../wording.ts";

export type PastDeed = "result" | "compare" | "compare-reference" | "bring-back";

type Props = {
  problem: ProblemDetail;
  onDeed: (id: string, deed: PastDeed) => void;
  onStarter: () => void;
};

/** Every run and submission, newest first, and what can be done with each. */
export function History({ problem, onDeed, onStarter }: Props) {
  const { data, error, refetch } = useQuery(submissionsQuery(problem.slug));
  if (error) return <FailureNote error={error} onRetry={() => refetch()} />;
  if (!data) return <div aria-busy="true" className="late skeleton h-4 w-1/2" />;
  return (
    <>
      {data.length === 0 && (
        <p className="mb-4 text-ink-2">
          Nothing was run yet. Every run and submission will stand here with its code, its result, and what changed
          between then and now.
        </p>
      )}
      <ol aria-label="Runs and submissions, newest first">
        {data.map((submission) => (
          <PastRow
            key={submission.id}
            submission={submission}
            hasReference={problem.reference !== null}
            onDeed={onDeed}
          />
        ))}
        <li className="border-t border-line py-2.5 text-[14px]">
          <p>The given code</p>
          <Deeds>
            <Deed onClick={onStarter}>Start over from it</Deed>
          </Deeds>
        </li>
      </ol>
    </>
  );
}

type RowProps = { submission: SubmissionSummary; hasReference: boolean; onDeed: Props["onDeed"] };

function PastRow({ submission, hasReference, onDeed }: RowProps) {
  const { id, mode, at, verdict, passed, total, secondsUsed } = submission;
  return (
    <li className="border-t border-line py-2.5 text-[14px] first:border-t-0 first:pt-0">
      <p className="num">
        <StateMark tone={verdictTone(verdict)}>
          {passed} of {counted(total, "test")}
        </StateMark>
        <span className="text-ink-2"> · {verdict ? verdictNames[verdict] : "no verdict yet"}</span>
      </p>
      <p className="caption num">
        {mode === "run" ? "run" : "submitted"} <time dateTime={at}>{formatDayAndTime(at)}</time>, at{" "}
        {clockTime(secondsUsed)} on the timer
      </p>
      <Deeds>
        <Deed onClick={() => onDeed(id, "result")}>Result</Deed>
        <Deed onClick={() => onDeed(id, "compare")}>Compare with now</Deed>
        {hasReference && <Deed onClick={() => onDeed(id, "compare-reference")}>Compare with the reference</Deed>}
        <Deed onClick={() => onDeed(id, "bring-back")}>Bring back</Deed>
      </Deeds>
    </li>
  );
}

const Deeds = ({ children }: { children: ReactNode }) => <div className="-ml-2 flex flex-wrap gap-x-1">{children}</div>;

function Deed({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <Button look="quiet" className="!min-h-7 text-sm !text-accent" onClick={onClick}>
      {children}
    </Button>
  );
}
