import { Worker } from "node:worker_threads";
import { failed, ok, type Result } from "../../../lib/result.ts";
import type { RunReport } from "../model/run/report.ts";
import type { RunJob } from "../prove/run-pool.ts";

const MOST_KEPT = 40;
/** On a machine that is busy with other things a run may take so many times its work. */
const WAITING = 5;

/** `mostSeconds`: of a processor. */
export type BoundedJob = RunJob & { mostSeconds: number };

/** Runs a design and gives what is kept of its report; the reason of a failure is for people. */
export type Simulate = (job: RunJob) => Promise<Result<RunReport, string>>;

/** Runs designs in threads of their own, each with a bound on its work. The same design is not run twice while it is remembered. */
export function simulateWithin(mostSeconds: number): Simulate {
  const known = new Map<string, Promise<Result<RunReport, string>>>();
  return (job) => {
    const key = JSON.stringify(job);
    const before = known.get(key);
    if (before) return before;
    const running = inThread({ ...job, mostSeconds });
    known.set(key, running);
    const [oldest] = known.keys();
    if (known.size > MOST_KEPT && oldest !== undefined) known.delete(oldest);
    // a run that came to nothing may come to something when less else is going on
    void running.then((result) => result.ok || known.delete(key));
    return running;
  };
}

function inThread(job: BoundedJob): Promise<Result<RunReport, string>> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL("./simulate-thread.ts", import.meta.url), { workerData: job });
    const end = (result: Result<RunReport, string>) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(result);
    };
    const stopped = () =>
      end(failed("The run took too long and was stopped: a design with less traffic between its parts runs faster."));
    const timer = setTimeout(stopped, WAITING * job.mostSeconds * 1000);
    worker.once("message", (report: RunReport | null) => (report === null ? stopped() : end(ok(report))));
    worker.once("error", (error) => end(failed(`The simulator failed on this design: ${error.message}`)));
  });
}
