import type { DesignNode } from "../design.ts";
import type { RandomStream } from "../engine/random-stream.ts";
import type { Simulation } from "../engine/simulation.ts";
import { type Card, CardNode, newCard, OWN_EVENTS } from "./card-node.ts";

const DONE = OWN_EVENTS;
const LINGERED = OWN_EVENTS + 1;

export type BatchSize = {
  replicas: number;
  /** Requests of a batch, at most. */
  most: number;
  /** Seconds that the first request of a batch waits for others. */
  linger: number;
  room: number;
  /** Seconds of a batch of so many requests; `crowded` says that the waiting room is more than a tenth full. */
  time: (count: number, crowded: boolean) => number;
  /** What a batch does to each of its requests. */
  effect: (request: number, crowded: boolean) => void;
};

type Replica = Card & {
  /** When the oldest came that waits. */
  since: number;
  batch: Int32Array;
  /** Takes turns with `batch`: the next may begin before all of this one have answered. */
  other: Int32Array;
  size: number;
  crowded: boolean;
  /** Its batch was at work when it was lost. */
  doomed: boolean;
};

/** Accelerators that work on several requests at once: a batch starts when it is full or its first request has lingered. */
export class BatchNode extends CardNode<Replica> {
  readonly #size: BatchSize;
  #busy = 0;
  #batches = 0;
  #batched = 0;

  constructor(
    sim: Simulation,
    { design, index, random, size }: { design: DesignNode; index: number; random: RandomStream; size: BatchSize },
  ) {
    const replicas = Array.from({ length: size.replicas }, () => ({
      ...newCard(),
      since: 0,
      batch: new Int32Array(size.most),
      other: new Int32Array(size.most),
      size: 0,
      crowded: false,
      doomed: false,
    }));
    super(sim, { design, index, random, replicas, room: size.room });
    this.#size = size;
  }

  override capacity(): number {
    return this.alive;
  }

  override healReplicas(): void {
    super.healReplicas();
    this.noteBusy();
  }

  override restart(now: number): void {
    super.restart(now);
    this.#batches = 0;
    this.#batched = 0;
  }

  override extra(): Record<string, number> {
    return { batch: this.#batches === 0 ? 0 : this.#batched / this.#batches };
  }

  protected override underWay({ size }: Replica): number {
    return size;
  }

  protected override queuedAt(at: number, replica: Replica): void {
    const { sim } = this;
    if (replica.waiting.size === 1) replica.since = sim.now;
    if (replica.size > 0) return;
    if (replica.waiting.size >= this.#size.most || this.#size.linger === 0) this.#begin(at, replica);
    else if (replica.waiting.size === 1) sim.events.schedule(sim.now + this.#size.linger, this.index, LINGERED, at);
  }

  protected override happened(op: number, at: number, replica: Replica): void {
    if (op === DONE) this.#end(at, replica);
    else if (replica.size === 0 && replica.waiting.size > 0 && replica.since + this.#size.linger <= this.sim.now)
      this.#begin(at, replica);
  }

  protected override died(replica: Replica): void {
    replica.doomed = replica.size > 0;
  }

  protected override noteBusy(): void {
    this.busy.set(this.alive === 0 ? 0 : Math.min(1, this.#busy / this.alive), this.sim.now);
  }

  #begin(at: number, replica: Replica): void {
    const { sim } = this;
    const { most, room, time } = this.#size;
    replica.crowded = replica.waiting.size > room / 10;
    const count = Math.min(most, replica.waiting.size);
    for (let place = 0; place < count; place++) {
      const call = replica.waiting.shift();
      sim.calls.workAt[call] = sim.now;
      replica.batch[place] = call;
    }
    replica.size = count;
    replica.since = sim.now;
    this.#busy++;
    this.#batches++;
    this.#batched += count;
    this.queued -= count;
    this.waiting.set(this.queued, sim.now);
    this.noteBusy();
    sim.events.schedule(sim.now + time(count, replica.crowded) * this.slowdown, this.index, DONE, at);
  }

  #beginOrLinger(at: number, replica: Replica): void {
    const { sim } = this;
    const ready = replica.since + this.#size.linger;
    if (replica.waiting.size >= this.#size.most || ready <= sim.now) this.#begin(at, replica);
    else sim.events.schedule(ready, this.index, LINGERED, at);
  }

  #end(at: number, replica: Replica): void {
    const { calls } = this.sim;
    const { batch: done, size: count, crowded, doomed } = replica;
    replica.batch = replica.other;
    replica.other = done;
    replica.size = 0;
    replica.doomed = false;
    this.#busy--;
    if (replica.waiting.size > 0) this.#beginOrLinger(at, replica);
    else this.noteBusy();
    for (let place = 0; place < count; place++) {
      const call = done[place] as number;
      if (!doomed) {
        this.#size.effect(calls.request[call] as number, crowded);
        this.worked(call);
      } else this.fail(call);
    }
  }
}
