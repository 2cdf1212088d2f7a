import type { DesignNode } from "../design.ts";
import type { RandomStream } from "../engine/random-stream.ts";
import { Ring } from "../engine/ring.ts";
import { SimNode } from "../engine/sim-node.ts";
import type { Simulation } from "../engine/simulation.ts";

/** Spread of query times around the mean, sigma of a lognormal. Proposed by us. */
const SIGMA = 0.25;

export type VectorsSize = {
  shards: number;
  replicas: number;
  cores: number;
  room: number;
  /** Mean seconds that a shard works on a query. */
  time: number;
  partial: "on" | "off";
  /** What came back: the share of the shards that answered. */
  effect: (request: number, present: number) => void;
};

type Shard = { alive: number; busy: number; waiting: Ring };

/** A vector index: every query goes to all shards at once and waits for the slowest. */
export class VectorsNode extends SimNode {
  readonly #size: VectorsSize;
  readonly #random: RandomStream;
  readonly #shards: Shard[];
  #busy = 0;
  #waiting = 0;
  /** Parts of a call that did not come, by call. */
  #missing = new Map<number, number>();
  /** Nodes that are lost. */
  readonly #lost = new Set<number>();

  constructor(
    sim: Simulation,
    { design, index, random, size }: { design: DesignNode; index: number; random: RandomStream; size: VectorsSize },
  ) {
    super(sim, design, index);
    this.#size = size;
    this.#random = random;
    this.#shards = Array.from({ length: size.shards }, () => ({ alive: size.replicas, busy: 0, waiting: new Ring() }));
  }

  override work(call: number): void {
    const { calls, now } = this.sim;
    calls.workAt[call] = now;
    calls.note[call] = this.#size.shards;
    for (let at = 0; at < this.#size.shards; at++) {
      const shard = this.#shards[at] as Shard;
      if (shard.alive === 0 || shard.waiting.size >= this.#size.room * shard.alive) this.#miss(call);
      else if (shard.busy < shard.alive * this.#size.cores) this.#begin(call, at, shard);
      else {
        shard.waiting.push(call);
        this.waiting.set(++this.#waiting, now);
      }
    }
    if (calls.note[call] === 0) this.#joined(call);
  }

  override handle(at: number, call: number): void {
    const { calls } = this.sim;
    const shard = this.#shards[at] as Shard;
    shard.busy--;
    this.#busy--;
    // after a loss a shard may have more at work than it has cores: it takes nothing new until it has fewer
    if (shard.waiting.size > 0 && shard.busy < shard.alive * this.#size.cores) {
      this.waiting.set(--this.#waiting, this.sim.now);
      this.#begin(shard.waiting.shift(), at, shard);
    } else this.#noteBusy();
    const left = (calls.note[call] as number) - 1;
    calls.note[call] = left;
    if (left === 0) this.#joined(call);
  }

  override capacity(): number {
    return this.#shards.reduce((sum, { alive }) => sum + alive * this.#size.cores, 0);
  }

  override loseReplicas(which: (replica: number, replicas: number) => boolean): void {
    const { replicas, shards } = this.#size;
    for (let node = 0; node < shards * replicas; node++) {
      const shard = this.#shards[Math.floor(node / replicas)] as Shard;
      if (!which(node, shards * replicas) || this.#lost.has(node)) continue;
      this.#lost.add(node);
      shard.alive--;
    }
    for (const shard of this.#shards) {
      if (shard.alive > 0) continue;
      while (shard.waiting.size > 0) {
        const call = shard.waiting.shift();
        this.#waiting--;
        this.#miss(call);
        if (this.sim.calls.note[call] === 0) this.#joined(call);
      }
    }
    this.waiting.set(this.#waiting, this.sim.now);
    this.#noteBusy();
  }

  override healReplicas(): void {
    this.#lost.clear();
    for (const shard of this.#shards) shard.alive = this.#size.replicas;
    this.#noteBusy();
  }

  #begin(call: number, at: number, shard: Shard): void {
    shard.busy++;
    this.#busy++;
    this.#noteBusy();
    // it waits as long as for the last of its shards
    this.sim.calls.workAt[call] = this.sim.now;
    const spread = Math.exp(SIGMA * this.#random.normal() - SIGMA ** 2 / 2);
    this.sim.events.schedule(this.sim.now + this.#size.time * spread * this.slowdown, this.index, at, call);
  }

  #miss(call: number): void {
    (this.sim.calls.note[call] as number)--;
    this.#missing.set(call, (this.#missing.get(call) ?? 0) + 1);
  }

  #joined(call: number): void {
    const missing = this.#missing.size === 0 ? 0 : (this.#missing.get(call) ?? 0);
    if (missing > 0) this.#missing.delete(call);
    const { shards, partial } = this.#size;
    if (missing === shards || (missing > 0 && partial === "off")) {
      this.fail(call);
      return;
    }
    this.#size.effect(this.sim.calls.request[call] as number, (shards - missing) / shards);
    this.worked(call);
  }

  #noteBusy(): void {
    const capacity = this.capacity();
    this.busy.set(capacity === 0 ? 0 : Math.min(1, this.#busy / capacity), this.sim.now);
  }
}
