import { useEffect, useRef, useState } from "react";
import { readText, writeText } from "../../../../api/kept-text.ts";
import { useAnnounce } from "../../../../shell/announcer.tsx";
import { handInEstimates, keepRun } from "../../queries.ts";
import { useRun } from "../../run/use-run.ts";
import type { RunReport, RunSummary } from "../../types.ts";
import { type Sitting, useStep } from "../use-sitting.ts";
import { metOf } from "./run-change.ts";

/** One seed for all runs of an attempt: what changes between two is the design, not the luck. */
const SEED = 1;

export type Running = {
  run: ReturnType<typeof useRun>;
  /** Estimates come before the first run. */
  blocked: boolean;
  start: () => void;
  /** Leaves the estimates out, which scores nothing, and opens the way to the first run. */
  skipEstimates: { take: () => void; pending: boolean; error: Error | null };
  /** A run was under way when the page was left, and nothing has run since. */
  cutShort: boolean;
  /** Why the last run is not kept, and the way to try again. */
  notKept: { error: Error; again: () => void } | undefined;
  /** All runs of the attempt, with the one just made while it is on its way to be kept. */
  runs: readonly RunSummary[];
};

type Made = { design: string; report: RunReport };

const unkept = (made: Made, number: number): RunSummary => ({ ...made, id: "", at: new Date().toISOString(), number });

/** Runs the design in a worker and keeps what came of it; it goes on while another phase is looked at. */
export function useRunning(sitting: Sitting): Running {
  const { attempt, detail } = sitting;
  const announce = useAnnounce();
  const run = useRun(detail.world);
  const made = useRef<{ design: string; sent?: RunReport }>({ design: "" });
  const { mutate: keep, error, variables, isSuccess } = useStep(attempt.id, (next: Made) => keepRun(attempt.id, next));
  const report = run.state === "done" ? run.report : undefined;
  useEffect(() => {
    if (!report || made.current.sent === report) return;
    made.current.sent = report; // once, however often this renders
    keep({ design: made.current.design, report });
    announce(`The run is done. ${metOf(report)}`);
  }, [report, keep, announce]);
  const cutShort = useCutShort(attempt.id, run.state);
  const skip = useStep(attempt.id, (_: undefined) => handInEstimates(attempt.id, {}));
  const blocked = attempt.checked === null;
  const start = () => {
    const { design } = sitting.current();
    if (blocked || sitting.finished || run.state === "running" || design.trim() === "") return;
    made.current.design = design;
    run.start(design, SEED);
  };
  return {
    run,
    blocked,
    start,
    cutShort,
    skipEstimates: { take: () => skip.mutate(undefined), pending: skip.isPending, error: skip.error },
    notKept: error && variables ? { error, again: () => keep(variables) } : undefined,
    runs: variables && !isSuccess ? [...attempt.runs, unkept(variables, attempt.runs.length + 1)] : attempt.runs,
  };
}

/** A run lives in the page: one that was under way when the page was left is gone, and that is said. */
function useCutShort(attemptId: string, state: Running["run"]["state"]): boolean {
  const key = `holdout.design.running.${attemptId}`;
  const [wasRunning, setWasRunning] = useState(() => readText(key) !== "");
  const before = useRef(state);
  useEffect(() => {
    if (state !== before.current) writeText(key, state === "running" ? "yes" : "");
    if (state === "running") setWasRunning(false);
    before.current = state;
  }, [key, state]);
  return wasRunning && state === "idle";
}
