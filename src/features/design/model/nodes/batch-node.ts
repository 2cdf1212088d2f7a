import type { DesignNode } from "../design.ts";
import type { RandomStream } from "../engine/random-stream.ts";
import { SimNode } from "../engine/sim-node.ts";
import type { Simulation } from "../engine/simulation.ts";
import { WaitingLine } from "../engine/waiting-line.ts";
import { ReplicaChoice } from "./replica-choice.ts";

const DONE = 0;
const LINGERED = 1;
const EJECT = 2;

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

type Replica = {
  waiting: WaitingLine;
  /** When the oldest came that waits. */
  since: number;
  batch: Int32Array;
  size: number;
  crowded: boolean;
  alive: boolean;
  ejected: boolean;
  /** Its batch was at work when it was lost. */
  doomed: boolean;
};

/** Accelerators that work on several requests at once: a batch starts when it is full or its first request has lingered. */
export class BatchNode extends SimNode {
  readonly #size: BatchSize;
  readonly #replicas: Replica[];
  readonly #choice: ReplicaChoice;
  #busy = 0;
  #waiting = 0;
  #alive: number;
  #batches = 0;
  #batched = 0;

  constructor(
    sim: Simulation,
    { design, index, random, size }: { design: DesignNode; index: number; random: RandomStream; size: BatchSize },
  ) {
    super(sim, design, index);
    this.#size = size;
    this.#alive = size.replicas;
    this.#replicas = Array.from({ length: size.replicas }, () => ({
      waiting: new WaitingLine(),
      since: 0,
      batch: new Int32Array(size.most),
      size: 0,
      crowded: false,
      alive: true,
      ejected: false,
      doomed: false,
    }));
    const loadOf = (at: number) => {
      const replica = this.#replicas[at];
      return !replica || replica.ejected ? Number.POSITIVE_INFINITY : replica.size + replica.waiting.size;
    };
    this.#choice = new ReplicaChoice(size.replicas, { random, loadOf });
  }

  override work(call: number): void {
    const { sim } = this;
    const at = this.#choice.next(this.pick);
    const replica = this.#replicas[at];
    if (!replica?.alive) {
      this.fail(call);
      return;
    }
    if (replica.waiting.size >= this.#size.room) {
      this.refuse(call);
      return;
    }
    sim.calls.replica[call] = at;
    replica.waiting.push(call, this.rankOf(call));
    this.waiting.set(++this.#waiting, sim.now);
    if (replica.waiting.size === 1) replica.since = sim.now;
    if (replica.size > 0) return;
    if (replica.waiting.size >= this.#size.most || this.#size.linger === 0) this.#begin(at, replica);
    else if (replica.waiting.size === 1) sim.events.schedule(sim.now + this.#size.linger, this.index, LINGERED, at);
  }

  override handle(op: number, argument: number): void {
    if (op === EJECT) {
      this.#eject();
      return;
    }
    const replica = this.#replicas[argument] as Replica;
    if (op === DONE) this.#end(argument, replica);
    else if (replica.size === 0 && replica.waiting.size > 0 && replica.since + this.#size.linger <= this.sim.now)
      this.#begin(argument, replica);
  }

  override capacity(): number {
    return this.#alive;
  }

  override loseReplicas(which: (replica: number, replicas: number) => boolean): void {
    const lost = this.#replicas.filter((replica, at) => replica.alive && which(at, this.#replicas.length));
    for (const replica of lost) {
      replica.alive = false;
      replica.doomed = replica.size > 0;
      this.#alive--;
    }
    for (const replica of lost)
      while (replica.waiting.size > 0) {
        this.#waiting--;
        this.fail(replica.waiting.shift());
      }
    this.waiting.set(this.#waiting, this.sim.now);
    this.#noteBusy();
    if (this.health !== undefined) this.sim.events.schedule(this.sim.now + this.health, this.index, EJECT, 0);
  }

  override healReplicas(): void {
    for (const replica of this.#replicas) {
      if (!replica.alive) this.#alive++;
      replica.alive = true;
      replica.ejected = false;
    }
    this.#noteBusy();
  }

  override restart(now: number): void {
    super.restart(now);
    this.#batches = 0;
    this.#batched = 0;
  }

  override extra(): Record<string, number> {
    return { batch: this.#batches === 0 ? 0 : this.#batched / this.#batches };
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
    this.#waiting -= count;
    this.waiting.set(this.#waiting, sim.now);
    this.#noteBusy();
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
    const count = replica.size;
    const done = replica.batch.slice(0, count);
    const { crowded, doomed } = replica;
    replica.size = 0;
    replica.doomed = false;
    this.#busy--;
    if (replica.waiting.size > 0) this.#beginOrLinger(at, replica);
    else this.#noteBusy();
    for (const call of done) {
      if (!doomed) {
        this.#size.effect(calls.request[call] as number, crowded);
        this.worked(call);
      } else this.fail(call);
    }
  }

  #eject(): void {
    for (const replica of this.#replicas) if (!replica.alive) replica.ejected = true;
  }

  #noteBusy(): void {
    this.busy.set(this.#alive === 0 ? 0 : Math.min(1, this.#busy / this.#alive), this.sim.now);
  }
}
