import { setMaxListeners } from "node:events";
import { failed, ok, type Result } from "../../../lib/result.ts";
import type { Mutant, SandboxTier, TestDescription, Tier, Verdict } from "../schema.ts";
import { type End, type Job, verdictOf, type Watch, whyNot } from "./job.ts";
import type { JudgeRequest, SupervisorEvent, SupervisorRequest } from "./protocol.ts";
import { type Supervisor, type SupervisorOptions, startSupervisor } from "./supervisor.ts";

export type JudgeInfo = {
  state: "starting" | "ready" | "broken";
  sandbox: SandboxTier;
  tiers: Tier[];
  python: string;
  canaries: { name: string; held: boolean }[];
  /** Why it is broken, for `doctor`. */
  failure: string;
};

export type PoolOptions = Omit<SupervisorOptions, "signal"> & { size: number };

type Slot = { state: "off" | "starting" | "idle" | "busy"; supervisor?: Supervisor; job?: Job };

// Beyond the limit that the supervisor keeps by itself: this clock only ends what it failed to end.
const GRACE_MS = 15_000;
const ASKING_TIMEOUT_MS = 60_000;
const CANCEL_GRACE_MS = 2000;
const MOST_ATTEMPTS = 2;
const BROKEN = "The judge does not start. `npm run -s holdout -- doctor` says what is missing.";
const DIED = "The judge stopped twice while it ran this code. That is a fault of ours and does not count.";
const LATE = "The judge did not answer in time. That is a fault of ours and does not count.";

/** Supervisors side by side, one a core, and one queue before them. They start at the first request, or by `start`. */
export class JudgePool {
  readonly #options: PoolOptions;
  readonly #slots: Slot[];
  readonly #queue: Job[] = [];
  readonly #known = Promise.withResolvers<void>();
  #info: JudgeInfo = { state: "starting", sandbox: "none", tiers: [], python: "", canaries: [], failure: "" };
  readonly #closing = new AbortController();
  #lastId = 0;

  constructor(options: PoolOptions) {
    this.#options = options;
    setMaxListeners(0, this.#closing.signal); // one a supervisor, and machines have many cores
    this.#slots = Array.from({ length: options.size }, () => ({ state: "off" }));
  }

  /** Warms every supervisor. */
  start(): void {
    for (const slot of this.#inState("off")) void this.#startSlot(slot);
  }

  get info(): JudgeInfo {
    return this.#info;
  }

  /** Waits until the first supervisor is ready, or none could start. */
  async whenKnown(): Promise<JudgeInfo> {
    await this.#known.promise;
    return this.#info;
  }

  /** Requests waiting and running. */
  get load(): number {
    return this.#queue.length + this.#inState("busy").length;
  }

  /** Always a verdict, but where the pool is closed meanwhile. After a crash of ours it is judged again, once. */
  async judge(request: JudgeRequest, watch: Watch = {}): Promise<Result<Verdict, "closed">> {
    const timeoutMs = request.limits.totalTimeMs + GRACE_MS;
    const end = await this.#ask({ op: "judge", id: this.#nextId(), ...request }, timeoutMs, watch);
    const verdict = verdictOf(end, request, this.#info.sandbox);
    return verdict ? ok(verdict) : failed("closed");
  }

  /** Every single-fault mutant of a source. */
  async mutants(source: string): Promise<Result<Mutant[], string>> {
    const end = await this.#ask({ op: "mutants", id: this.#nextId(), source }, ASKING_TIMEOUT_MS);
    return end.event === "mutants" ? ok(end.mutants) : failed(whyNot(end));
  }

  /** What a problem folder tests, without running it. */
  async tests(problem: string): Promise<Result<TestDescription[], string>> {
    const end = await this.#ask({ op: "tests", id: this.#nextId(), problem }, ASKING_TIMEOUT_MS);
    return end.event === "tests" ? ok(end.tests) : failed(whyNot(end));
  }

  /** Ends every process, starting ones too; what was waiting or running ends as closed. */
  close(): void {
    this.#closing.abort();
    for (const job of this.#queue.splice(0)) job.end({ event: "closed" });
    for (const { job } of this.#slots) job?.end({ event: "closed" });
  }

  #nextId(): string {
    this.#lastId++;
    return String(this.#lastId);
  }

  #inState(wanted: Slot["state"]): Slot[] {
    return this.#slots.filter(({ state }) => state === wanted);
  }

  #ask(
    request: SupervisorRequest,
    timeoutMs: number,
    { signal, onProgress = () => undefined }: Watch = {},
  ): Promise<End> {
    if (this.#closing.signal.aborted) return Promise.resolve({ event: "closed" });
    if (signal?.aborted) return Promise.resolve({ event: "cancelled" });
    const { promise, resolve } = Promise.withResolvers<End>();
    const job: Job = { request, timeoutMs, attempts: 0, cancelled: false, onProgress, end: resolve };
    const cancel = () => this.#cancel(job);
    signal?.addEventListener("abort", cancel, { once: true });
    this.#queue.push(job);
    this.#pump();
    return promise.finally(() => signal?.removeEventListener("abort", cancel));
  }

  /** Gives waiting jobs to idle supervisors, and starts as many more as there are jobs without one. */
  #pump(): void {
    if (this.#closing.signal.aborted) return;
    for (const slot of this.#inState("idle")) {
      const job = slot.supervisor && this.#queue.shift();
      if (job && slot.supervisor) void this.#run(slot, slot.supervisor, job);
    }
    const lacking = Math.max(0, this.#queue.length - this.#inState("starting").length);
    for (const slot of this.#inState("off").slice(0, lacking)) void this.#startSlot(slot);
  }

  async #startSlot(slot: Slot): Promise<void> {
    slot.state = "starting";
    delete slot.supervisor;
    const started = await startSupervisor({ ...this.#options, signal: this.#closing.signal });
    if (this.#closing.signal.aborted) return;
    if (started.ok) {
      const { sandbox, tiers, python, canaries } = started.value.ready;
      this.#info = { state: "ready", sandbox, tiers, python, canaries, failure: "" };
      slot.supervisor = started.value;
      slot.state = "idle";
      void started.value.gone.then(() => {
        // one that dies with nothing to do is replaced at the next request
        if (slot.supervisor === started.value && slot.state === "idle") slot.state = "off";
      });
      this.#known.resolve();
      return this.#pump();
    }
    slot.state = "off";
    if (this.#inState("off").length === this.#slots.length) this.#giveUp(started.reason);
  }

  /** No supervisor starts: whoever waits is told; the next request tries anew. */
  #giveUp(failure: string): void {
    this.#info = { ...this.#info, state: "broken", failure };
    this.#known.resolve();
    for (const job of this.#queue.splice(0)) job.end({ event: "failed", message: BROKEN });
  }

  async #run(slot: Slot, supervisor: Supervisor, job: Job): Promise<void> {
    slot.state = "busy";
    slot.job = job;
    job.attempts++;
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      supervisor.kill();
    }, job.timeoutMs);
    const answer = await supervisor.ask(job.request, job.onProgress);
    clearTimeout(timer);
    delete slot.job;
    if (this.#closing.signal.aborted) return;
    if (answer === "died") this.#afterDeath(job, late);
    else job.end(job.cancelled ? { event: "cancelled" } : endOf(answer));
    if (answer === "died") void this.#startSlot(slot);
    else slot.state = "idle";
    this.#pump();
  }

  #afterDeath(job: Job, late: boolean): void {
    if (job.cancelled) job.end({ event: "cancelled" });
    else if (late) job.end({ event: "failed", message: LATE });
    else if (job.attempts < MOST_ATTEMPTS) this.#queue.unshift(job);
    else job.end({ event: "failed", message: DIED });
  }

  #cancel(job: Job): void {
    job.cancelled = true;
    const waiting = this.#queue.indexOf(job);
    if (waiting >= 0) this.#queue.splice(waiting, 1);
    const supervisor = this.#slots.find((slot) => slot.job === job)?.supervisor;
    if (!supervisor) {
      job.end({ event: "cancelled" });
      return;
    }
    supervisor.cancel(job.request.id);
    const { end } = job;
    const timer = setTimeout(() => supervisor.kill(), CANCEL_GRACE_MS);
    job.end = (how) => {
      clearTimeout(timer);
      end(how);
    };
  }
}

function endOf(answer: SupervisorEvent): End {
  if (answer.event === "verdict" || answer.event === "mutants" || answer.event === "tests") return answer;
  return { event: "failed", message: answer.event === "error" ? answer.message : "The judge ended too early." };
}
