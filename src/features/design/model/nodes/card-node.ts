import type { DesignNode } from "../design.ts";
import type { RandomStream } from "../engine/random-stream.ts";
import { SimNode } from "../engine/sim-node.ts";
import type { Simulation } from "../engine/simulation.ts";
import { WaitingLine } from "../engine/waiting-line.ts";
import { ReplicaChoice } from "./replica-choice.ts";

const EJECT = 0;
/** Events of a kind of its own have numbers from here on. */
export const OWN_EVENTS = 1;

/** A replica with a queue of its own: it lives or not, and callers may still be sent to a dead one. */
export type Card = { waiting: WaitingLine; alive: boolean; ejected: boolean };

export const newCard = (): Card => ({ waiting: new WaitingLine(), alive: true, ejected: false });

/** Accelerators, each with several calls under way at once: which one a call goes to, and how they are lost and healed. */
export abstract class CardNode<Replica extends Card> extends SimNode {
  protected readonly replicas: readonly Replica[];
  protected alive: number;
  /** Calls that wait, of all replicas. */
  protected queued = 0;
  readonly #room: number;
  readonly #choice: ReplicaChoice;

  constructor(
    sim: Simulation,
    {
      design,
      index,
      random,
      replicas,
      room,
    }: { design: DesignNode; index: number; random: RandomStream; replicas: readonly Replica[]; room: number },
  ) {
    super(sim, design, index);
    this.replicas = replicas;
    this.alive = replicas.length;
    this.#room = room;
    const loadOf = (at: number) => {
      const replica = replicas[at];
      return !replica || replica.ejected ? Number.POSITIVE_INFINITY : this.underWay(replica) + replica.waiting.size;
    };
    this.#choice = new ReplicaChoice({ random, loadOf });
  }

  override work(call: number): void {
    const at = this.#choice.next(this.pick, this.replicas.length);
    const replica = this.replicas[at];
    if (!replica?.alive) this.fail(call);
    else if (replica.waiting.size >= this.#room || !this.admits(call)) this.refuse(call);
    else {
      replica.waiting.push(call, this.rankOf(call));
      this.waiting.set(++this.queued, this.sim.now);
      this.queuedAt(at, replica);
    }
  }

  override handle(op: number, at: number): void {
    if (op === EJECT) {
      for (const replica of this.replicas) if (!replica.alive) replica.ejected = true;
    } else this.happened(op, at, this.replicas[at] as Replica);
  }

  override loseReplicas(which: (replica: number, replicas: number) => boolean): void {
    const lost = this.replicas.filter((replica, at) => replica.alive && which(at, this.replicas.length));
    // failing a call may call this node again: first all are dead, then their queues are emptied
    for (const replica of lost) replica.alive = false;
    this.alive -= lost.length;
    for (const replica of lost) {
      while (replica.waiting.size > 0) {
        this.queued--;
        this.fail(replica.waiting.shift());
      }
      this.died(replica);
    }
    this.waiting.set(this.queued, this.sim.now);
    this.noteBusy();
    if (this.health !== undefined) this.sim.events.schedule(this.sim.now + this.health, this.index, EJECT, 0);
  }

  override healReplicas(): void {
    for (const replica of this.replicas) {
      replica.alive = true;
      replica.ejected = false;
    }
    this.alive = this.replicas.length;
  }

  /** Calls that a replica has at work. */
  protected abstract underWay(replica: Replica): number;
  /** A call was put into the queue of a replica. */
  protected abstract queuedAt(at: number, replica: Replica): void;
  /** An event of the kind's own at a replica. */
  protected abstract happened(op: number, at: number, replica: Replica): void;
  /** A replica is lost, and its queue is empty. */
  protected abstract died(replica: Replica): void;
  protected abstract noteBusy(): void;

  /** Draws what a call needs; false where it can never have it. */
  protected admits(_call: number): boolean {
    return true;
  }
}
