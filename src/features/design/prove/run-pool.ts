import { Worker } from "node:worker_threads";
import type { World } from "../../../shared/content/design/world.ts";
import type { RunOutcome } from "./case-run.ts";

export type RunJob = { text: string; world: World; seed: number };
type Waiting = { job: RunJob; resolve: (outcome: RunOutcome) => void; reject: (error: Error) => void };

/** Runs designs in threads, as many at a time as there are threads; each takes the next when it is done. */
export class RunPool {
  readonly #threads: number;
  /** Every thread, and what it is at. */
  readonly #workers = new Map<Worker, Waiting | undefined>();
  readonly #waiting: Waiting[] = [];

  constructor(threads: number) {
    this.#threads = threads;
  }

  run(job: RunJob): Promise<RunOutcome> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ job, resolve, reject });
      this.#next();
    });
  }

  close(): void {
    for (const worker of this.#workers.keys()) void worker.terminate();
    this.#workers.clear();
  }

  #next(): void {
    if (this.#waiting.length === 0) return;
    const idle = [...this.#workers].find(([, at]) => at === undefined)?.[0];
    const worker = idle ?? (this.#workers.size < this.#threads ? this.#another() : undefined);
    const waiting = worker && this.#waiting.shift();
    if (!worker || !waiting) return;
    this.#workers.set(worker, waiting);
    worker.postMessage(waiting.job);
  }

  #another(): Worker {
    const worker = new Worker(new URL("./run-thread.ts", import.meta.url));
    worker.on("message", (outcome: RunOutcome) => {
      this.#workers.get(worker)?.resolve(outcome);
      this.#workers.set(worker, undefined);
      this.#next();
    });
    worker.on("error", (error: Error) => {
      this.#workers.get(worker)?.reject(error);
      this.#workers.delete(worker);
      this.#next();
    });
    return worker;
  }
}
