import { Worker } from "node:worker_threads";
import type { Finding } from "./schema.ts";

const TIMEOUT_MS = 15_000;

/**
 * Reads code in a thread of its own: the linter takes some milliseconds a reading and a second to start, and the server's
 * thread must stay free for verdicts. Advice must not cost a verdict either: a reading that fails is an empty one.
 */
export class CodeReader {
  readonly #waiting = new Map<number, (findings: Finding[]) => void>();
  #worker: Worker | undefined;
  #lastId = 0;

  read(code: string): Promise<Finding[]> {
    const worker = this.#started();
    const id = ++this.#lastId;
    return new Promise((resolve) => {
      const late = setTimeout(() => this.close(), TIMEOUT_MS);
      this.#waiting.set(id, (findings) => {
        clearTimeout(late);
        resolve(findings);
      });
      worker.postMessage({ id, code });
    });
  }

  /** Ends the thread; who waits gets no remarks. The next reading starts a new one. */
  close(): void {
    void this.#worker?.terminate();
    this.#worker = undefined;
    for (const answer of this.#waiting.values()) answer([]);
    this.#waiting.clear();
  }

  #started(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(new URL("./code-reader-thread.ts", import.meta.url));
    worker.unref();
    worker.on("message", ({ id, findings }: { id: number; findings: Finding[] }) => {
      this.#waiting.get(id)?.(findings);
      this.#waiting.delete(id);
    });
    worker.on("error", () => {
      if (this.#worker === worker) this.close();
    });
    this.#worker = worker;
    return worker;
  }
}
