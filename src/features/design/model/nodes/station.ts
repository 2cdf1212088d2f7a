import type { TimeDistribution } from "../components/spec.ts";
import type { DesignNode } from "../design.ts";
import { Gauge } from "../engine/gauge.ts";
import { NONE } from "../engine/pools.ts";
import { drawTime, type RandomStream } from "../engine/random-stream.ts";
import { Ring } from "../engine/ring.ts";
import { SimNode } from "../engine/sim-node.ts";
import type { Simulation } from "../engine/simulation.ts";
import { partOfKey } from "./part-of-key.ts";
import { ReplicaChoice } from "./replica-choice.ts";

const DONE = 0;
const EJECT = 1;
const SCALE = 2;
const GROWN = 3;
const SCALE_EVERY_SECONDS = 5;
/** Looks at the load of which the mean decides. */
const LOOKS = 10;
const SCALE_ABOVE = 0.7;

export type StationSize = {
  /** Parts of the data; a key lives in one. */
  shards: number;
  /** Copies of each part. */
  replicas: number;
  /** Calls that a replica works on at once. */
  servers: number;
  /** Calls that may wait at a replica. */
  room: number;
  time: TimeDistribution;
  /** Stores' clients know which replicas live. */
  clientsKnow: "yes" | "no";
};

/** Two rings, not a `WaitingLine`: one object more on the way made the queues of the bench some per cent slower. */
type Replica = { busy: number; waiting: Ring; urgent: Ring; state: "alive" | "dead" | "ejected"; epoch: number };

/** Queues with servers behind them, one queue a replica: services, gateways, rules, scorers on cores, and stores. */
export class Station extends SimNode {
  readonly #random: RandomStream;
  readonly #size: StationSize;
  readonly #choice: ReplicaChoice;
  readonly #replicas: Replica[] = [];
  #turn = 0;
  #busy = 0;
  #waiting = 0;
  #alive = 0;
  /** One over the servers that live; 0 when none does. */
  #perServer = 0;
  readonly #grown = new Gauge();
  #scaleTo = 0;
  #lag = 0;
  #coming = 0;
  #looks = 0;
  #seen = 0;

  constructor(
    sim: Simulation,
    { design, index, random, size }: { design: DesignNode; index: number; random: RandomStream; size: StationSize },
  ) {
    super(sim, design, index);
    this.#random = random;
    this.#size = size;
    const loadOf = (at: number) => {
      const replica = this.#replicas[at];
      // a balancer has taken it out; nobody else knows that it is dead
      if (!replica || replica.state === "ejected") return Number.POSITIVE_INFINITY;
      return replica.busy + replica.waiting.size + replica.urgent.size;
    };
    this.#choice = new ReplicaChoice({ random, loadOf });
    for (let at = 0; at < size.shards * size.replicas; at++) this.#add();
    this.#countServers();
  }

  /** Adds replicas when utilisation passes 70 %, each answering `lag` seconds later. */
  autoscale(to: number, lag: number): void {
    this.#scaleTo = to;
    this.#lag = lag;
    this.sim.events.schedule(SCALE_EVERY_SECONDS / LOOKS, this.index, SCALE, 0);
  }

  override work(call: number): void {
    const at = this.#choose(call);
    const replica = this.#replicas[at];
    if (replica?.state !== "alive") {
      this.fail(call);
      return;
    }
    this.sim.calls.replica[call] = at;
    if (replica.busy < this.#size.servers) {
      replica.busy++;
      this.#busy++;
      this.#noteBusy();
      this.#begin(call, replica);
      return;
    }
    if (replica.waiting.size + replica.urgent.size >= this.#size.room) {
      this.refuse(call);
      return;
    }
    (this.rankOf(call) === "grave" ? replica.urgent : replica.waiting).push(call);
    this.waiting.set(++this.#waiting, this.sim.now);
  }

  override handle(op: number, argument: number): void {
    if (op === DONE) this.#end(argument);
    else if (op === EJECT) this.#eject();
    else if (op === SCALE) this.#considerScaling();
    else if (op === GROWN) this.#grow();
  }

  override capacity(): number {
    return this.#alive * this.#size.servers;
  }

  /** Where it scales by itself: replicas, on average over the measured time. */
  override extra(): Record<string, number> {
    return this.#scaleTo === 0 ? {} : { replicas: this.#grown.mean(this.sim.now) };
  }

  override restart(now: number): void {
    super.restart(now);
    this.#grown.restart(now);
  }

  override loseReplicas(which: (replica: number, replicas: number) => boolean): void {
    const lost = this.#replicas.filter(({ state }, at) => state === "alive" && which(at, this.#replicas.length));
    for (const replica of lost) {
      replica.state = "dead";
      replica.epoch++;
      this.#alive--;
      this.#busy -= replica.busy;
      replica.busy = 0;
    }
    // failing a call may call this node again: first all are dead, then their queues are emptied
    for (const replica of lost) this.#drain(replica);
    this.#countServers();
    if (this.health !== undefined) this.sim.events.schedule(this.sim.now + this.health, this.index, EJECT, 0);
  }

  override healReplicas(): void {
    for (const replica of this.#replicas) {
      if (replica.state === "alive") continue;
      replica.state = "alive";
      this.#alive++;
    }
    this.#countServers();
  }

  /** Index of the replica that a call goes to; -1 when none lives. */
  #choose(call: number): number {
    const { shards, replicas, clientsKnow } = this.#size;
    if (this.#replicas.length === 1) return 0;
    if (clientsKnow === "yes") return this.#chooseLiving(this.#shardOf(call, shards) * replicas, replicas);
    return this.#choice.next(this.pick, this.#replicas.length);
  }

  #shardOf(call: number, shards: number): number {
    if (shards === 1) return 0;
    const key = this.sim.requests.key[this.sim.calls.request[call] as number] as number;
    return key === NONE ? this.#random.below(shards) : partOfKey(key, shards);
  }

  #chooseLiving(from: number, count: number): number {
    for (let tries = 0; tries < count; tries++) {
      const at = from + (this.#turn++ % count);
      if (this.#replicas[at]?.state === "alive") return at;
    }
    return NONE;
  }

  #begin(call: number, replica: Replica): void {
    const { calls, events, now } = this.sim;
    calls.workAt[call] = now;
    calls.note[call] = replica.epoch;
    events.schedule(now + drawTime(this.#size.time, this.#random) * this.slowdown, this.index, DONE, call);
  }

  #end(call: number): void {
    const { calls } = this.sim;
    const replica = this.#replicas[calls.replica[call] as number] as Replica;
    // its replica died while it was at work
    if (calls.note[call] !== replica.epoch) {
      this.fail(call);
      return;
    }
    if (replica.waiting.size + replica.urgent.size > 0) {
      // its server goes on with the next: as many are busy as before
      const next = (replica.urgent.size > 0 ? replica.urgent : replica.waiting).shift();
      this.waiting.set(--this.#waiting, this.sim.now);
      this.#begin(next, replica);
    } else {
      replica.busy--;
      this.#busy--;
      this.#noteBusy();
    }
    this.worked(call);
  }

  #drain(replica: Replica): void {
    for (const line of [replica.urgent, replica.waiting])
      while (line.size > 0) {
        this.#waiting--;
        this.fail(line.shift());
      }
    this.waiting.set(this.#waiting, this.sim.now);
  }

  #eject(): void {
    for (const replica of this.#replicas) if (replica.state === "dead") replica.state = "ejected";
  }

  #noteBusy(): void {
    this.busy.set(this.#busy * this.#perServer, this.sim.now);
  }

  #considerScaling(): void {
    const { events, now } = this.sim;
    events.schedule(now + SCALE_EVERY_SECONDS / LOOKS, this.index, SCALE, 0);
    this.#seen += this.busy.value;
    if (++this.#looks < LOOKS) return;
    // one look alone would take a chance peak for a load
    const busy = this.#seen / LOOKS;
    this.#seen = 0;
    this.#looks = 0;
    const planned = this.#replicas.length + this.#coming;
    if (busy <= SCALE_ABOVE || planned >= this.#scaleTo) return;
    const wanted = Math.min(this.#scaleTo, Math.ceil((planned * busy) / SCALE_ABOVE)) - planned;
    for (let more = 0; more < wanted; more++) events.schedule(now + this.#lag, this.index, GROWN, 0);
    this.#coming += wanted;
  }

  #grow(): void {
    this.#coming--;
    this.#add();
    this.#countServers();
  }

  #countServers(): void {
    this.#perServer = this.#alive === 0 ? 0 : 1 / this.capacity();
    this.#noteBusy();
  }

  #add(): void {
    this.#replicas.push({ busy: 0, waiting: new Ring(), urgent: new Ring(), state: "alive", epoch: 0 });
    this.#alive++;
    this.#grown.set(this.#replicas.length, this.sim.now);
  }
}
