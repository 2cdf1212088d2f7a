import type { TimeDistribution } from "../components/spec.ts";
import type { DesignNode } from "../design.ts";
import type { Way } from "../engine/actors.ts";
import { CLOSED, IN_REVIEW, NONE, OPEN, UNDECIDED } from "../engine/pools.ts";
import { drawTime, type RandomStream } from "../engine/random-stream.ts";
import { SimNode } from "../engine/sim-node.ts";
import type { Simulation } from "../engine/simulation.ts";
import { WaitingLine } from "../engine/waiting-line.ts";

const ACKNOWLEDGED = 0;
/** And from here on the consumers: a message is due that failed there. */
const AGAIN = 1;
/** Deliveries that may be under way to one consumer, for each partition. */
const IN_FLIGHT_A_PARTITION = 8;
/** Until a message that failed is delivered again; it keeps its place meanwhile. Proposed by us. */
const AGAIN_AFTER_SECONDS = 1;

export type QueueSize = {
  partitions: number;
  capacity: number;
  durable: "on" | "off";
  order: "fifo" | "severity";
  time: TimeDistribution;
};

type Consumer = { edge: Way; waiting: WaitingLine; inFlight: number; sending: "yes" | "no" };

/**
 * A log: whoever publishes waits for the acknowledgement alone. Each consumer reads every message at its own pace: those
 * that work on single messages get as many at a time as the partitions allow; streams and stores take them as they come.
 * A message that fails is delivered again.
 */
export class QueueNode extends SimNode {
  readonly #size: QueueSize;
  readonly #random: RandomStream;
  #consumers: Consumer[] = [];
  #takers: Way[] = [];
  #kept = 0;
  lost = 0;
  #decider: Way | undefined;

  constructor(
    sim: Simulation,
    { design, index, random, size }: { design: DesignNode; index: number; random: RandomStream; size: QueueSize },
  ) {
    super(sim, design, index);
    this.#size = size;
    this.#random = random;
  }

  /**
   * `consumers` work on single messages; `takers` take each as it comes. Requests that are open when they are published are
   * decided by one of the consumers, the `decider`.
   */
  deliverTo(to: { consumers: readonly Way[]; takers: readonly Way[]; decider: Way | undefined }): void {
    this.#takers = [...to.takers];
    this.#decider = to.decider;
    this.#consumers = to.consumers.map((edge, place) => {
      const consumer: Consumer = { edge, waiting: new WaitingLine(), inFlight: 0, sending: "no" };
      edge.whenRootDone = (request, ok) => this.#delivered(place, request, ok);
      return consumer;
    });
  }

  override work(call: number): void {
    const { sim } = this;
    if (this.#kept >= this.#size.capacity) {
      this.lost++;
      this.refuse(call);
      return;
    }
    sim.calls.workAt[call] = sim.now;
    sim.events.schedule(
      sim.now + drawTime(this.#size.time, this.#random) * this.slowdown,
      this.index,
      ACKNOWLEDGED,
      call,
    );
  }

  override handle(op: number, call: number): void {
    if (op >= AGAIN) {
      this.#consumers[op - AGAIN]?.edge.launch(NONE, call);
      return;
    }
    const request = this.sim.calls.request[call] as number;
    for (const edge of this.#takers) edge.hand(request);
    for (const consumer of this.#consumers) this.#keep(consumer, request);
    this.worked(call);
  }

  override capacity(): number {
    return Number.POSITIVE_INFINITY;
  }

  /** What is not durable is gone with its node. */
  override loseReplicas(which: (replica: number, replicas: number) => boolean): void {
    if (this.#size.durable === "on") return;
    let at = 0;
    for (const { waiting } of this.#consumers)
      waiting.retain((request) => {
        if (!which(at++ % this.#size.partitions, this.#size.partitions)) return true;
        this.lost++;
        this.#kept--;
        this.sim.whenBackgroundDone?.(request, 0);
        this.sim.requests.release(request);
        return false;
      });
    this.waiting.set(this.#kept, this.sim.now);
  }

  override restart(now: number): void {
    super.restart(now);
    this.lost = 0;
  }

  override extra(): Record<string, number> {
    return { lost: this.lost };
  }

  #keep(consumer: Consumer, request: number): void {
    const { requests } = this.sim;
    const decision = requests.decision[request];
    const open =
      consumer.edge === this.#decider &&
      requests.deferred[request] === 0 &&
      requests.background[request] !== CLOSED &&
      (decision === UNDECIDED || decision === IN_REVIEW);
    if (open) requests.deferred[request] = 1;
    const copy = requests.copy(request);
    requests.background[copy] = open ? OPEN : CLOSED;
    requests.references[copy] = 1;
    const grave = this.#size.order === "severity" && requests.severity[copy] !== 0;
    consumer.waiting.push(copy, grave ? "grave" : "usual");
    this.#kept++;
    this.waiting.set(this.#kept, this.sim.now);
    this.#send(consumer);
  }

  #send(consumer: Consumer): void {
    // a consumer that answers at once would call this again for each message that waits
    if (consumer.sending === "yes") return;
    consumer.sending = "yes";
    const most = this.#size.partitions * IN_FLIGHT_A_PARTITION;
    while (consumer.inFlight < most && consumer.waiting.size > 0) {
      const request = consumer.waiting.shift();
      consumer.inFlight++;
      this.#kept--;
      this.waiting.set(this.#kept, this.sim.now);
      consumer.edge.launch(NONE, request);
    }
    consumer.sending = "no";
  }

  #delivered(place: number, request: number, ok: number): void {
    const { events, now } = this.sim;
    const consumer = this.#consumers[place];
    if (!consumer) return;
    if (ok === 0) {
      events.schedule(now + AGAIN_AFTER_SECONDS, this.index, AGAIN + place, request);
      return;
    }
    consumer.inFlight--;
    this.sim.whenBackgroundDone?.(request, ok);
    this.sim.requests.release(request);
    this.#send(consumer);
  }
}
