import { Worker } from "node:worker_threads";
import { failed, ok, type Result } from "../../../lib/result.ts";
import type { RunReport } from "../model/run/report.ts";
import type { RunJob } from "../prove/run-pool.ts";

const MOST_KEPT = 24;

/** Runs a design and gives what is kept of its report; the reason of a failure is for people. */
export type Simulate = (job: RunJob) => Promise<Result<RunReport, string>>;

/** Runs designs in threads of their own, each for so long at most. The same design is not run twice while it is remembered. */
export function simulateWithin(timeoutMs: number): Simulate {
  const known = new Map<string, Promise<Result<RunReport, string>>>();
  return (job) => {
    const key = JSON.stringify(job);
    const before = known.get(key);
    if (before) return before;
    const running = inThread(job, timeoutMs);
    known.set(key, running);
    const [oldest] = known.keys();
    if (known.size > MOST_KEPT && oldest !== undefined) known.delete(oldest);
    // a run that came to nothing may come to something when less else is going on
    running.then(
      (result) => {
        if (!result.ok) known.delete(key);
      },
      () => known.delete(key),
    );
    return running;
  };
}

function inThread(job: RunJob, timeoutMs: number): Promise<Result<RunReport, string>> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL("./simulate-thread.ts", import.meta.url), { workerData: job });
    const end = (result: Result<RunReport, string>) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(result);
    };
    const timer = setTimeout(
      () =>
        end(
          failed(`The run took more than ${timeoutMs / 1000} seconds and was stopped. A simpler design runs faster.`),
        ),
      timeoutMs,
    );
    worker.once("message", (report: RunReport) => end(ok(report)));
    worker.once("error", (error) => end(failed(`The simulator failed on this design: ${error.message}`)));
  });
}
