import type { Span, Trace } from "../run/report.ts";
import type { Traced } from "./actors.ts";
import { NONE } from "./pools.ts";

const MOST_TRACED = 400;

/** Keeps every step of a few requests, evenly spread over the run: what a waterfall shows. */
export class Tracer {
  readonly traces: Trace[] = [];
  readonly #sim: Traced;
  readonly #every: number;
  #seen = 0;
  #marked = new Map<number, Span["state"]>();

  /** `expected`: requests of the run, about. */
  constructor(sim: Traced, expected: number) {
    this.#sim = sim;
    this.#every = Math.max(1, Math.floor(expected / MOST_TRACED));
  }

  begin(request: number): void {
    if (this.#seen++ % this.#every !== 0 || this.traces.length >= MOST_TRACED * 2) return;
    this.#sim.requests.trace[request] = this.traces.length;
    this.traces.push({ at: this.#sim.now, latency: Number.NaN, spans: [] });
  }

  /** What becomes of a call that has not ended yet. */
  note(request: number, call: number, state: Span["state"]): void {
    if (this.#sim.requests.trace[request] !== NONE) this.#marked.set(call, state);
  }

  end(call: number, ok: number): void {
    const { calls, requests, now, nodes } = this.#sim;
    const trace = this.traces[requests.trace[calls.request[call] as number] as number];
    if (!trace) return;
    const from = calls.enteredAt[call] as number;
    const state = this.#marked.get(call) ?? (ok > 0 ? "ok" : "failed");
    this.#marked.delete(call);
    trace.spans.push({
      node: nodes[calls.node[call] as number]?.design.id ?? "",
      from: from - trace.at,
      to: now - trace.at,
      waited: Math.max(0, (calls.workAt[call] as number) - (calls.startedAt[call] as number)),
      state,
    });
  }

  finish(request: number, latency: number): void {
    const at = this.#sim.requests.trace[request] as number;
    if (at === NONE) return;
    const trace = this.traces[at];
    if (trace) trace.latency = latency;
  }

  /** A typical one, a slow one and the slowest of those that ended. */
  chosen(): Trace[] {
    const ended = this.traces.filter(({ latency }) => !Number.isNaN(latency)).sort((a, b) => a.latency - b.latency);
    const at = (share: number) => ended[Math.min(ended.length - 1, Math.floor(share * ended.length))];
    return [...new Set([at(0.5), at(0.95), at(1)])].filter((trace) => trace !== undefined);
  }
}
