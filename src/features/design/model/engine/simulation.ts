import type { Actor, Called, Way } from "./actors.ts";
import { EventQueue } from "./event-queue.ts";
import { CallPool, DIRECT, FAILED, LegPool, NONE, RequestPool, SETTLED } from "./pools.ts";
import { Tracer } from "./tracer.ts";

/** An answer from a cache that ends what its caller would have called next. */
export const HIT = 2;
const EVENTS_BETWEEN_LOOKS = 65_536;

/**
 * The kernel: a clock, the events to come, and the requests, calls and legs under way. A request enters by an edge; a
 * node does its work and calls on by its own edges; an answer goes back to the leg that waits for it, if one still does.
 */
export class Simulation {
  now = 0;
  /** Events handled so far. */
  handled = 0;
  readonly events = new EventQueue();
  readonly requests = new RequestPool();
  readonly calls = new CallPool();
  readonly legs = new LegPool();
  readonly nodes: Called[] = [];
  readonly tracer: Tracer;
  /** Told when what a queue delivered is worked off. */
  whenBackgroundDone: ((request: number, ok: number) => void) | undefined;
  readonly #actors: Actor[] = [];

  constructor({ expectedRequests }: { expectedRequests: number }) {
    this.tracer = new Tracer(this, expectedRequests);
  }

  /** Gives an actor its number; events are scheduled for it. */
  enrol<A extends Actor>(actor: (index: number) => A): A {
    const made = actor(this.#actors.length);
    this.#actors.push(made);
    return made;
  }

  /** Sends out all calls of a group; when all are answered the node's `groupDone` goes on. */
  launchGroup(call: number, group: readonly Way[]): void {
    this.calls.pending[call] = group.length;
    const request = this.calls.request[call] as number;
    for (let at = 0; at < group.length; at++) (group[at] as Way).launch(call, request);
  }

  /** A leg of a call is answered: 1, refused or lost: 0, or answered for good: `HIT`. */
  legDone(parent: number, ok: number): void {
    const { calls } = this;
    if (ok === 0) calls.fate[parent] = FAILED;
    else if (ok === HIT && calls.fate[parent] !== FAILED) calls.fate[parent] = SETTLED;
    const pending = (calls.pending[parent] as number) - 1;
    calls.pending[parent] = pending;
    if (pending === 0) this.nodes[calls.node[parent] as number]?.groupDone(parent);
  }

  /** A call has ended at its node: whoever still waits is told. */
  respond(call: number, ok: number): void {
    const { calls, requests } = this;
    const request = calls.request[call] as number;
    if (requests.trace[request] !== NONE) this.tracer.end(call, ok);
    const leg = calls.leg[call] as number;
    const edge = calls.edge[call] as number;
    calls.release(call);
    if (leg === DIRECT) {
      const parent = calls.parent[call] as number;
      if (parent !== NONE) this.legDone(parent, ok);
      else (this.#actors[edge] as Way).whenRootDone?.(request, ok);
    } else if (leg !== NONE) (this.#actors[edge] as Way).answered(leg, call, ok);
    requests.release(request);
  }

  edgeOf(call: number): Way {
    return this.#actors[this.calls.edge[call] as number] as Way;
  }

  /** Handles events up to a time. `look` is asked now and then whether to go on. */
  runUntil(until: number, look: () => boolean): "done" | "cancelled" {
    const { events } = this;
    const actors = this.#actors;
    let left = EVENTS_BETWEEN_LOOKS;
    while (events.nextTime() <= until && events.pop()) {
      this.now = events.time;
      this.handled++;
      (actors[events.target] as Actor).handle(events.op, events.argument);
      if (--left === 0) {
        left = EVENTS_BETWEEN_LOOKS;
        if (!look()) return "cancelled";
      }
    }
    this.now = until;
    return "done";
  }
}
