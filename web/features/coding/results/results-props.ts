import type { Ref } from "react";
import type { Suggestion } from "../problems/next-problem.ts";
import type { RunState } from "../run/run-state.ts";
import type { ProblemDetail, SubmissionSummary } from "../types.ts";

type NextStepHandlers = {
  onGo: (line: number) => void;
  onSubmit: () => void;
  onHint: (() => void) | undefined;
  onExplanation: () => void;
};

export type ResultsProps = NextStepHandlers & {
  ref: Ref<HTMLDivElement>;
  run: RunState;
  problem: ProblemDetail;
  last: SubmissionSummary | undefined;
  next: Suggestion | undefined;
  onShowLast: (id: string) => void;
  onReadLevels: () => void;
};

/** Once there is a verdict. */
export type DoneProps = Omit<ResultsProps, "run"> & { run: Extract<RunState, { phase: "done" }> };
