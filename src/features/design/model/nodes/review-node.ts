import type { TimeDistribution } from "../components/spec.ts";
import type { DesignNode } from "../design.ts";
import { CLOSED, NONE, PASSED } from "../engine/pools.ts";
import { drawTime, meanTime, type RandomStream } from "../engine/random-stream.ts";
import { SimNode } from "../engine/sim-node.ts";
import type { Simulation } from "../engine/simulation.ts";
import { WaitingLine } from "../engine/waiting-line.ts";

const DECIDED = 0;
const LEFT = 1;
const EXTRA = 2;

export type ReviewSize = {
  people: number;
  time: TimeDistribution;
  sla: number;
  /** Mean seconds until a waiting case leaves undecided; infinite where it never does. */
  patience: number;
  order: "fifo" | "severity";
  room: number;
  /** A case that nobody decided in time. */
  left: (request: number) => void;
};

/**
 * People at work on cases (M/M/n + M, Palm's Erlang A, with exponential times). Whoever hands a case in does not wait
 * for the decision.
 */
export class ReviewNode extends SimNode {
  readonly #size: ReviewSize;
  readonly #random: RandomStream;
  readonly #cases = new WaitingLine();
  #busy = 0;
  #waiting = 0;
  #inTime = 0;
  #decided = 0;
  #left = 0;
  #extraMean = 0;
  #extraUntil = 0;
  /** Timers of patience: free ones, and by number the case and its serial. */
  readonly #tickets: number[] = [];
  readonly #ticketCalls: number[] = [];
  readonly #ticketSerials: number[] = [];

  constructor(
    sim: Simulation,
    { design, index, random, size }: { design: DesignNode; index: number; random: RandomStream; size: ReviewSize },
  ) {
    super(sim, design, index);
    this.#size = size;
    this.#random = random;
  }

  /** More cases come in from elsewhere, so many a second, for so long. */
  surge(rate: number, seconds: number): void {
    if (rate <= 0) return;
    this.#extraMean = 1 / rate;
    this.#extraUntil = this.sim.now + seconds;
    this.sim.events.schedule(this.sim.now + this.#random.exponential(this.#extraMean), this.index, EXTRA, 0);
  }

  override work(call: number): void {
    const { sim } = this;
    const handedIn = sim.calls.request[call] as number;
    if (this.#waiting >= this.#size.room) {
      // nobody will look at it: it passes
      this.refused++;
      sim.requests.decision[handedIn] = PASSED;
      sim.requests.degraded[handedIn] = 1;
      sim.respond(call, 1);
      return;
    }
    sim.requests.handedIn[handedIn] = 1;
    const request = sim.requests.copy(handedIn);
    sim.requests.references[request] = 1;
    this.#take(request);
    // the hand-over is done; the decision comes later
    sim.respond(call, 1);
  }

  override handle(op: number, argument: number): void {
    if (op === DECIDED) this.#end(argument);
    else if (op === LEFT) this.#leave(argument);
    else if (this.sim.now < this.#extraUntil) {
      const request = this.sim.requests.create(this.sim.now);
      this.sim.requests.references[request] = 1;
      this.sim.requests.background[request] = CLOSED;
      this.#take(request);
      this.sim.events.schedule(this.sim.now + this.#random.exponential(this.#extraMean), this.index, EXTRA, 0);
    }
  }

  override capacity(): number {
    return this.#size.people;
  }

  override restart(now: number): void {
    super.restart(now);
    this.#inTime = 0;
    this.#decided = 0;
    this.#left = 0;
  }

  /** The run is over: cases that so many people cannot reach in time have been left undecided. */
  close(): void {
    const { calls, now } = this.sim;
    const { people, time, sla } = this.#size;
    const each = meanTime(time) / people;
    let place = 0;
    for (const call of this.#cases.all()) {
      if (calls.note[call] !== 1) continue;
      const waited = now - (calls.startedAt[call] as number);
      if (waited + ++place * each <= sla) continue;
      this.#left++;
      this.#size.left(calls.request[call] as number);
    }
  }

  override extra(): Record<string, number> {
    const all = Math.max(1, this.#decided + this.#left);
    return { inTime: this.#inTime / all, left: this.#left / all, decided: this.#decided };
  }

  #take(request: number): void {
    const { sim } = this;
    const call = sim.calls.create(request, this.index, NONE, sim.now);
    if (this.#busy < this.#size.people) {
      this.#begin(call);
      return;
    }
    const grave = this.#size.order === "severity" && sim.requests.severity[request] !== 0;
    this.#cases.push(call, grave ? "grave" : "usual");
    this.waiting.set(++this.#waiting, sim.now);
    // 1 while it waits: one that left is still in its line, and is passed over
    sim.calls.note[call] = 1;
    if (this.#size.patience < Number.POSITIVE_INFINITY)
      sim.events.schedule(
        sim.now + this.#random.exponential(this.#size.patience),
        this.index,
        LEFT,
        this.#ticketOf(call),
      );
  }

  /** A number for a case and its serial: an old timer must not meet a new case in the same slot. */
  #ticketOf(call: number): number {
    const ticket = this.#tickets.length === 0 ? this.#ticketCalls.length : (this.#tickets.pop() as number);
    this.#ticketCalls[ticket] = call;
    this.#ticketSerials[ticket] = this.sim.calls.serial[call] as number;
    return ticket;
  }

  #begin(call: number): void {
    const { sim } = this;
    this.#busy++;
    this.busy.set(this.#busy / this.#size.people, sim.now);
    sim.calls.workAt[call] = sim.now;
    sim.calls.note[call] = 0;
    sim.events.schedule(sim.now + drawTime(this.#size.time, this.#random) * this.slowdown, this.index, DECIDED, call);
  }

  #end(call: number): void {
    const { calls, now } = this.sim;
    this.#busy--;
    const wait = (calls.workAt[call] as number) - (calls.startedAt[call] as number);
    this.waits.record(wait);
    this.times.record(now - (calls.startedAt[call] as number));
    this.#decided++;
    if (now - (calls.startedAt[call] as number) <= this.#size.sla) this.#inTime++;
    else this.#size.left(calls.request[call] as number);
    this.sim.requests.release(calls.request[call] as number);
    calls.release(call);
    const next = this.#next();
    if (next !== NONE) this.#begin(next);
    else this.busy.set(this.#busy / this.#size.people, now);
  }

  #next(): number {
    const { calls } = this.sim;
    while (this.#cases.size > 0) {
      const call = this.#cases.shift();
      if (calls.note[call] === 1) {
        this.waiting.set(--this.#waiting, this.sim.now);
        return call;
      }
      calls.release(call);
    }
    return NONE;
  }

  #leave(ticket: number): void {
    const { calls } = this.sim;
    const call = this.#ticketCalls[ticket] as number;
    const live = calls.serial[call] === this.#ticketSerials[ticket];
    this.#tickets.push(ticket);
    if (!live || calls.note[call] !== 1) return;
    this.#left++;
    this.failed++;
    this.waits.record(this.sim.now - (calls.startedAt[call] as number));
    this.waiting.set(--this.#waiting, this.sim.now);
    calls.note[call] = 2;
    this.#size.left(calls.request[call] as number);
    this.sim.requests.release(calls.request[call] as number);
  }
}
