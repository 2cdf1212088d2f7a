import type { TimeDistribution } from "../components/spec.ts";
import type { DesignNode } from "../design.ts";
import { drawTime, type RandomStream } from "../engine/random-stream.ts";
import { SimNode } from "../engine/sim-node.ts";
import type { Simulation } from "../engine/simulation.ts";

const ANSWERED = 0;
const FAILED = 1;
const REFUSED = 2;
/** How soon a provider that is down says so, and how long one that hangs keeps a call. Proposed by us. */
const SAYS_NO_SECONDS = 0.05;
const HANGS_SECONDS = 30;

/** Somebody else's service: no queue of ours, a quota, outages. */
export class ProviderNode extends SimNode {
  /** Share of the calls that fail just now, and how. */
  outage = 0;
  hangs: "yes" | "no" = "no";
  readonly #random: RandomStream;
  readonly #time: TimeDistribution;
  readonly #quota: number;
  #tokens: number;
  #filledAt = 0;
  #open = 0;

  constructor(
    sim: Simulation,
    {
      design,
      index,
      random,
      time,
      quota,
    }: { design: DesignNode; index: number; random: RandomStream; time: TimeDistribution; quota: number },
  ) {
    super(sim, design, index);
    this.#random = random;
    this.#time = time;
    this.#quota = quota;
    this.#tokens = quota;
  }

  override work(call: number): void {
    const { sim } = this;
    sim.calls.workAt[call] = sim.now;
    this.#tokens = Math.min(this.#quota, this.#tokens + (sim.now - this.#filledAt) * this.#quota);
    this.#filledAt = sim.now;
    const over = this.#tokens < 1;
    if (!over) this.#tokens--;
    const fails = over || this.#random.next() < this.outage;
    const wait = fails
      ? !over && this.hangs === "yes"
        ? HANGS_SECONDS
        : SAYS_NO_SECONDS
      : drawTime(this.#time, this.#random) * this.slowdown;
    this.busy.set(++this.#open, sim.now);
    sim.events.schedule(sim.now + wait, this.index, over ? REFUSED : fails ? FAILED : ANSWERED, call);
  }

  override handle(op: number, call: number): void {
    this.busy.set(--this.#open, this.sim.now);
    if (op === REFUSED) this.refuse(call);
    else if (op === FAILED) this.fail(call);
    else this.worked(call);
  }

  override capacity(): number {
    return Number.POSITIVE_INFINITY;
  }

  override extra(): Record<string, number> {
    const seconds = Math.max(1e-9, this.sim.now - this.since);
    return { quotaUsed: this.served / seconds / Math.max(1e-9, this.#quota) };
  }
}
