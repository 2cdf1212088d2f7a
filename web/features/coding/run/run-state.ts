import { unreachable } from "../../../../src/lib/unreachable.ts";
import type { Failure, Finding, Mode, SubmissionEvent, TestResult, Verdict } from "../types.ts";

export type RunState =
  | { phase: "idle" }
  | {
      phase: "running";
      mode: Mode;
      submissionId?: string;
      total?: number;
      tests: readonly TestResult[];
      cancelling: boolean;
    }
  /** `at` is told where the result is of an earlier submission, looked at again. */
  | { phase: "done"; mode: Mode; submissionId?: string; verdict: Verdict; reading: readonly Finding[]; at?: string }
  | { phase: "failed"; mode: Mode; failure: Failure };

type Past = { submissionId: string; mode: Mode; verdict: Verdict; reading: readonly Finding[] };

export type RunStep =
  | { event: "begin"; mode: Mode }
  | { event: "cancelling" }
  | { event: "recovered"; past: Past }
  | { event: "shown"; past: Past; at: string }
  | { event: "fail"; failure: Failure }
  | { event: "reset" }
  | SubmissionEvent;

/** How a submission grows on the page, from the key press to the verdict and the advice beside it. */
export function runStep(state: RunState, step: RunStep): RunState {
  switch (step.event) {
    case "begin":
      return { phase: "running", mode: step.mode, tests: [], cancelling: false };
    case "reset":
      return { phase: "idle" };
    case "recovered":
      return { phase: "done", ...step.past };
    case "shown":
      return state.phase === "running" ? state : { phase: "done", ...step.past, at: step.at };
    case "reading":
      return state.phase === "done" ? { ...state, reading: step.data.findings } : state;
    default:
      return state.phase === "running" ? whileRunning(state, step) : state;
  }
}

type Running = Extract<RunState, { phase: "running" }>;
type StreamStep = Exclude<RunStep, { event: "begin" | "reset" | "recovered" | "shown" | "reading" }>;

function whileRunning(state: Running, step: StreamStep): RunState {
  switch (step.event) {
    case "accepted":
      return { ...state, submissionId: step.data.submissionId };
    case "started":
      // told again when the judge had to begin anew
      return { ...state, total: step.data.total, tests: [] };
    case "test":
      return { ...state, total: step.data.total, tests: [...state.tests, step.data.test] };
    case "verdict":
      return { phase: "done", mode: state.mode, verdict: step.data, reading: [], ...idOf(state) };
    case "problem":
      return { phase: "failed", mode: state.mode, failure: step.data.error };
    case "fail":
      return { phase: "failed", mode: state.mode, failure: step.failure };
    case "cancelling":
      return { ...state, cancelling: true };
    default:
      return unreachable(step);
  }
}

const idOf = ({ submissionId }: Running) => (submissionId === undefined ? {} : { submissionId });
