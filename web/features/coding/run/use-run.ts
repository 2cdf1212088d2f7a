import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useReducer, useRef } from "react";
import { ApiError, describeFailure, getJson, jsonRequest, send } from "../../../api/client.ts";
import { readEvents } from "../../../api/sse.ts";
import {
  cancelSubmission,
  problemQuery,
  problemsQuery,
  submissionPath,
  submissionsPath,
  submissionsQuery,
} from "../queries.ts";
import type { Failure, Mode, SubmissionDetail, SubmissionEvent } from "../types.ts";
import { type RunState, type RunStep, runStep } from "./run-state.ts";

type Submission = { code: string; mode: Mode; secondsUsed: number };

export type Run = {
  state: RunState;
  start: (submission: Submission) => Promise<void>;
  cancel: () => Promise<void>;
  /** Puts an earlier submission's result in the place of the latest. */
  show: (submission: SubmissionDetail) => void;
};

const failureOf = (error: unknown): Failure => ({
  code: error instanceof ApiError ? error.code : "page",
  ...describeFailure(error),
});

const CUT_SHORT: Failure = {
  code: "cut-short",
  message: "The connection ended before the verdict.",
  mend: "Your code is kept. Run it again; if the server was restarted, the verdict may stand in the history.",
};

/** Runs and submissions of one problem: one at a time, told as they grow. */
export function useRun(slug: string): Run {
  const [state, dispatch] = useReducer(runStep, { phase: "idle" });
  const under = useRef<{ abort: AbortController; id?: string } | null>(null);
  const queries = useQueryClient();

  useEffect(() => () => under.current?.abort.abort(), []);

  const refresh = useCallback(
    () =>
      Promise.all(
        [submissionsQuery(slug), problemQuery(slug), problemsQuery].map(({ queryKey }) =>
          queries.invalidateQueries({ queryKey }),
        ),
      ),
    [queries, slug],
  );

  const start = useCallback(
    async (submission: Submission) => {
      under.current?.abort.abort();
      const mine: { abort: AbortController; id?: string } = { abort: new AbortController() };
      under.current = mine;
      const tell = (step: RunStep) => {
        if (step.event === "accepted") mine.id = step.data.submissionId;
        if (under.current === mine) dispatch(step);
      };
      dispatch({ event: "begin", mode: submission.mode });
      await follow({ slug, submission, signal: mine.abort.signal, tell });
      if (!mine.abort.signal.aborted) await refresh();
    },
    [slug, refresh],
  );

  const cancel = useCallback(async () => {
    const id = under.current?.id;
    if (!id) return;
    dispatch({ event: "cancelling" });
    await cancelSubmission(id).catch((error: unknown) => dispatch({ event: "fail", failure: failureOf(error) }));
  }, []);

  const show = useCallback((past: SubmissionDetail) => {
    if (past.result) dispatch({ event: "shown", past: { ...pastOf(past), verdict: past.result }, at: past.at });
  }, []);

  return { state, start, cancel, show };
}

const pastOf = ({ id, mode, reading }: SubmissionDetail) => ({ submissionId: id, mode, reading });

type Following = { slug: string; submission: Submission; signal: AbortSignal; tell: (step: RunStep) => void };

/** Sends a submission and hands on its events; a stream cut short is made good from the server's record if it can be. */
async function follow({ slug, submission, signal, tell }: Following): Promise<void> {
  let id: string | undefined;
  let ended = false;
  try {
    const init = jsonRequest("POST", submission, { signal, headers: { accept: "text/event-stream" } });
    const response = await send(submissionsPath(slug), init);
    await readEvents(response, (event, data) => {
      const step = { event, data } as SubmissionEvent;
      if (step.event === "accepted") id = step.data.submissionId;
      if (step.event === "verdict" || step.event === "problem") ended = true;
      tell(step);
    });
  } catch (error) {
    if (signal.aborted) return;
    // refused before it began: nothing to recover
    if (id === undefined) return tell({ event: "fail", failure: failureOf(error) });
  }
  if (!ended && !signal.aborted) tell((id && (await recover(id))) || { event: "fail", failure: CUT_SHORT });
}

/** The verdict of a submission whose stream broke off: the server finishes what it has accepted. */
async function recover(id: string): Promise<RunStep | undefined> {
  for (let attempt = 0; attempt < 6; attempt++) {
    await new Promise((resolve) => setTimeout(resolve, 250 * 2 ** attempt));
    const found = await getJson<SubmissionDetail>(submissionPath(id)).catch(() => undefined);
    if (found?.result) return { event: "recovered", past: { ...pastOf(found), verdict: found.result } };
  }
  return undefined;
}
