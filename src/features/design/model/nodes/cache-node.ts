import type { DesignNode } from "../design.ts";
import { NONE } from "../engine/pools.ts";
import type { RandomStream } from "../engine/random-stream.ts";
import { SimNode } from "../engine/sim-node.ts";
import { HIT, type Simulation } from "../engine/simulation.ts";
import type { ZipfKeys } from "../engine/zipf.ts";
import { LruTable } from "./lru.ts";
import { partOfKey } from "./part-of-key.ts";

const LOOKED = 0;
const MOST_PREFILL = 2_000_000;
/** Entries that were there before the run: their quality is what fresh answers of this run have. */
const TYPICAL = -1;

export type CacheSize = {
  entries: number;
  /** Seconds; infinite where entries never age. */
  ttl: number;
  replicas: number;
  /** Lookups that a node answers in a second. */
  operations: number;
  delay: number;
  coalesce: "on" | "off";
  stale: "on" | "off";
  keys: number;
  staleFactor: number;
  /** Quality of the request's answer as it stands. */
  qualityOf: (request: number) => number;
  /** Mean quality of answers that came from no cache so far. */
  typical: () => number;
};

/**
 * Answers by key from memory, least recently used out first, with a time to live. With calls behind it a miss goes
 * there; without (a cache aside) a hit ends what its caller would have called next.
 */
export class CacheNode extends SimNode {
  readonly #size: CacheSize;
  readonly #table: LruTable | undefined;
  readonly #freeAt: Float64Array;
  readonly #dead: Uint8Array;
  /** Calls that wait for the fetch of a key, as a list; the fetch itself is first. */
  readonly #fetching = new Map<number, number>();
  /** Before stores: what a hit tells of a request, as the stores would. Without it a hit is the answer. */
  standIn: ((request: number) => void) | undefined;
  #hits = 0;
  #misses = 0;
  #joinedFetch = 0;
  /** Seconds that its nodes have worked. */
  #work = 0;

  constructor(sim: Simulation, { design, index, size }: { design: DesignNode; index: number; size: CacheSize }) {
    super(sim, design, index);
    this.#size = size;
    this.#table = size.keys > 0 ? new LruTable(size.entries, size.keys) : undefined;
    this.#freeAt = new Float64Array(size.replicas);
    this.#dead = new Uint8Array(size.replicas);
  }

  /** Puts in what the requests of the last two times to live (or of the whole memory) would have left there. */
  prefill(keys: ZipfKeys, { rate, random }: { rate: number; random: RandomStream }): void {
    const table = this.#table;
    if (!table) return;
    const { ttl } = this.#size;
    const wanted = ttl === Number.POSITIVE_INFINITY ? table.capacity * 4 : rate * ttl * 2;
    const draws = Math.min(MOST_PREFILL, Math.ceil(wanted));
    for (let left = draws; left > 0; left--) {
      const at = -left / rate;
      const key = keys.draw(random);
      const known = table.find(key);
      const slot = table.put(key);
      if (known >= 0 && (table.expires[slot] as number) > at) continue;
      // what is met first may have been kept for a while: entries that are renewed all the time do not age together
      table.expires[slot] = known < 0 && at < -ttl ? at + ttl * random.next() : at + ttl;
      table.quality[slot] = TYPICAL;
    }
  }

  override work(call: number): void {
    const { sim } = this;
    const { operations, delay } = this.#size;
    const at = this.#replicaOf(this.#keyOf(call));
    const begin = Math.max(sim.now, this.#freeAt[at] as number);
    // one server a node with a fixed time: its queue needs no list, only when it is free again
    const work = this.slowdown / operations;
    this.#freeAt[at] = begin + work;
    sim.calls.workAt[call] = begin;
    this.#work += work;
    sim.events.schedule(begin + work + delay * this.slowdown, this.index, LOOKED, call);
  }

  override handle(_op: number, call: number): void {
    const key = this.#keyOf(call);
    const slot = this.#slotOf(key);
    if (slot >= 0 && ((this.#table as LruTable).expires[slot] as number) > this.sim.now) {
      this.#hit(call, slot);
      return;
    }
    if (this.outputs.length === 0) {
      this.#missAside(call, key);
      return;
    }
    this.#misses++;
    if (this.#size.coalesce === "on" && key !== NONE) {
      const first = this.#fetching.get(key);
      if (first !== undefined) {
        this.#join(call, first);
        return;
      }
      this.#fetching.set(key, call);
    }
    this.worked(call);
  }

  /** Keeps an answer that was made elsewhere: for a cache aside. */
  keep(key: number, quality: number): void {
    const table = this.#table;
    if (!table || key === NONE || this.#dead[this.#replicaOf(key)] === 1) return;
    const slot = table.put(key);
    table.expires[slot] = this.sim.now + this.#size.ttl;
    table.quality[slot] = quality;
  }

  flush(): void {
    this.#table?.empty(() => true);
  }

  override loseReplicas(which: (replica: number, replicas: number) => boolean): void {
    for (let at = 0; at < this.#dead.length; at++) if (which(at, this.#dead.length)) this.#dead[at] = 1;
  }

  override healReplicas(): void {
    // what a lost node held is gone
    this.#table?.empty((key) => this.#dead[this.#replicaOf(key)] === 1);
    this.#dead.fill(0);
  }

  override capacity(): number {
    return this.#size.replicas;
  }

  override restart(now: number): void {
    super.restart(now);
    this.#hits = 0;
    this.#misses = 0;
    this.#joinedFetch = 0;
    this.#work = 0;
  }

  override extra(): Record<string, number> {
    const looked = this.#hits + this.#misses;
    const span = Math.max(1e-9, this.sim.now - this.since) * this.#size.replicas;
    return {
      hit: looked === 0 ? 0 : this.#hits / looked,
      coalesced: this.#joinedFetch,
      work: Math.min(1, this.#work / span),
    };
  }

  protected override answer(call: number): void {
    const key = this.#keyOf(call);
    const { requests, calls } = this.sim;
    const request = calls.request[call] as number;
    // what was made up for a failure is not kept; a cache aside is told later what the answer was
    if (key !== NONE && requests.degraded[request] === 0 && this.outputs.length > 0)
      this.keep(key, this.#size.qualityOf(request));
    this.#tellJoined(call, 1);
    super.answer(call);
  }

  override fail(call: number): void {
    const slot = this.#slotOf(this.#keyOf(call));
    if (this.#size.stale === "on" && slot >= 0 && !this.#table?.isEmpty(slot)) {
      this.#serve(call, slot, this.#size.staleFactor);
      this.sim.requests.degraded[this.sim.calls.request[call] as number] = 1;
      this.#tellJoined(call, 1);
      super.answer(call);
      return;
    }
    this.#tellJoined(call, 0);
    super.fail(call);
  }

  #hit(call: number, slot: number): void {
    this.#hits++;
    this.#table?.touch(slot);
    this.#serve(call, slot, 1);
    this.waits.record((this.sim.calls.workAt[call] as number) - (this.sim.calls.startedAt[call] as number));
    this.times.record(this.sim.now - (this.sim.calls.startedAt[call] as number));
    this.sim.respond(call, this.outputs.length === 0 ? HIT : 1);
  }

  #serve(call: number, slot: number, factor: number): void {
    if (this.standIn) {
      this.standIn(this.sim.calls.request[call] as number);
      return;
    }
    const kept = (this.#table as LruTable).quality[slot] as number;
    const quality = kept === TYPICAL ? this.#size.typical() : kept;
    this.sim.requests.cachedQuality[this.sim.calls.request[call] as number] = quality * factor;
  }

  #missAside(call: number, key: number): void {
    this.#misses++;
    if (key !== NONE) this.sim.requests.keepIn[this.sim.calls.request[call] as number] = this.index;
    this.worked(call);
  }

  #join(call: number, first: number): void {
    const { calls } = this.sim;
    this.#joinedFetch++;
    calls.next[call] = calls.next[first] as number;
    calls.next[first] = call;
  }

  /** The fetch of a key has ended: all that waited for it are answered with the same. */
  #tellJoined(first: number, ok: number): void {
    const { calls, requests } = this.sim;
    const key = this.#keyOf(first);
    if (this.#fetching.get(key) !== first) return;
    this.#fetching.delete(key);
    const request = calls.request[first] as number;
    const quality = this.#size.qualityOf(request);
    let call = calls.next[first] as number;
    calls.next[first] = NONE;
    while (call !== NONE) {
      const next = calls.next[call] as number;
      calls.next[call] = NONE;
      const waiting = calls.request[call] as number;
      if (ok === 0) this.failed++;
      else {
        if (this.standIn) this.standIn(waiting);
        else requests.cachedQuality[waiting] = quality;
        if (requests.degraded[request] === 1) requests.degraded[waiting] = 1;
      }
      this.sim.respond(call, ok);
      call = next;
    }
  }

  #keyOf(call: number): number {
    return this.sim.requests.key[this.sim.calls.request[call] as number] as number;
  }

  #slotOf(key: number): number {
    if (key === NONE || !this.#table || this.#dead[this.#replicaOf(key)] === 1) return -1;
    return this.#table.find(key);
  }

  #replicaOf(key: number): number {
    const { replicas } = this.#size;
    if (replicas === 1) return 0;
    return key === NONE ? 0 : partOfKey(key, replicas);
  }
}
