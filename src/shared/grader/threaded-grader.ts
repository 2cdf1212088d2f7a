import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { Closing } from "../../lib/closing.ts";
import type { Question } from "../content/question.ts";
import type { EngineGrade, EngineName } from "./open-grader.ts";
import type { Asked } from "./rubric/grade-answer.ts";
import { rubricVersion } from "./rubric/version.ts";
import type { Compared } from "./similarity.ts";

/** What the thread is asked for: a grade, a rubric read ahead, or how near texts are to lines. */
type Work =
  | { grade: Asked; answer: string }
  | { prepare: Question }
  | { texts: readonly string[]; lines: readonly string[] };
export type GraderRequest = { id: number; work: Work } | "close";
type GraderReply = { ready: EngineName } | { id: number; value: unknown; failure?: string };
type Waiting = { resolve: (value: unknown) => void; reject: (error: Error) => void };

/** What the thread is in the middle of, a batch of texts or loading its models, takes less. */
const CLOSE_TIMEOUT_MS = 10_000;

/** Grades in a thread of its own: models take half a second to load, and the server's thread must answer meanwhile. */
export class ThreadedGrader {
  readonly #encoderDir: string;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #engine: EngineName | undefined;
  #version: string | undefined;
  #lastId = 0;
  #closed: Promise<void> | undefined;

  constructor(encoderDir: string) {
    this.#encoderDir = encoderDir;
  }

  /** Which engine grades; undefined while its models load. */
  get engine(): EngineName | undefined {
    return this.#engine;
  }

  /** Which training spoke: the version in evidence rows. */
  get version(): string {
    this.#version ??= rubricVersion();
    return this.#version;
  }

  /** Starts loading the models. */
  start(): void {
    if (!this.#closed) this.#started();
  }

  /** Reads a question's rubric, so that its first answer is graded as fast as the next ones. A hint: it may come to nothing. */
  prepare(question: Question): void {
    this.#ask({ prepare: question }).catch(() => undefined);
  }

  // What the thread answers to a piece of work has the type that its own functions have: see grader-thread.ts.
  async gradeAnswer(asked: Asked, answer: string): Promise<EngineGrade> {
    return (await this.#ask({ grade: asked, answer })) as EngineGrade;
  }

  /** How near each text is to each line; lines that come again are not encoded again. */
  async similarities(texts: readonly string[], lines: readonly string[]): Promise<Compared> {
    return (await this.#ask({ texts, lines })) as Compared;
  }

  /**
   * Whoever waits for a grade, or asks for one from now on, gets `Closing`. Resolves once the thread has ended. It ends by
   * itself, after the batch that it encodes: a thread that is terminated in the middle of native code takes the process with it.
   */
  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    this.#reject(closing());
    if (!worker) return;
    worker.ref(); // who waits for the end must not be ended for having nothing else to do
    worker.postMessage("close" satisfies GraderRequest);
    const settled = new AbortController();
    const late = wait(CLOSE_TIMEOUT_MS, undefined, { signal: settled.signal }).catch(() => undefined);
    await Promise.race([once(worker, "exit").catch(() => undefined), late]);
    settled.abort();
    worker.unref();
  }

  async #ask(work: Work): Promise<unknown> {
    if (this.#closed) throw closing();
    const id = ++this.#lastId;
    const worker = this.#started();
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker.postMessage({ id, work } satisfies GraderRequest);
    });
  }

  #started(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(new URL("./grader-thread.ts", import.meta.url), {
      workerData: { encoderDir: this.#encoderDir },
    });
    worker.unref();
    worker.on("message", (reply: GraderReply) => {
      if ("ready" in reply) {
        this.#engine = reply.ready;
        return;
      }
      const { id, value, failure } = reply;
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (failure === undefined) waiting?.resolve(value);
      else waiting?.reject(new Error(failure));
    });
    worker.on("error", (error) => {
      if (this.#worker !== worker) return;
      this.#worker = undefined;
      this.#reject(error);
    });
    this.#worker = worker;
    return worker;
  }

  #reject(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

function closing(): Closing {
  return new Closing("the grader was closed");
}
