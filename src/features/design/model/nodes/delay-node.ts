import type { TimeDistribution } from "../components/spec.ts";
import type { DesignNode } from "../design.ts";
import type { Way } from "../engine/actors.ts";
import { FAILED } from "../engine/pools.ts";
import { drawTime, type RandomStream } from "../engine/random-stream.ts";
import { SimNode } from "../engine/sim-node.ts";
import type { Simulation } from "../engine/simulation.ts";

const DONE = 0;

/** Takes time but never has a queue: balancer, splitter, decision. */
export class DelayNode extends SimNode {
  protected readonly random: RandomStream;
  readonly #time: TimeDistribution;

  constructor(
    sim: Simulation,
    {
      design,
      index,
      random,
      time,
    }: { design: DesignNode; index: number; random: RandomStream; time: TimeDistribution },
  ) {
    super(sim, design, index);
    this.random = random;
    this.#time = time;
  }

  override work(call: number): void {
    const { sim } = this;
    sim.calls.workAt[call] = sim.now;
    sim.events.schedule(sim.now + drawTime(this.#time, this.random) * this.slowdown, this.index, DONE, call);
  }

  override handle(_op: number, call: number): void {
    this.worked(call);
  }

  override capacity(): number {
    return Number.POSITIVE_INFINITY;
  }
}

/** Takes the first of its edges for a share of the requests, and one of the others for the rest. */
export class SplitterNode extends DelayNode {
  share = 0.5;

  protected override goOn(call: number): void {
    const { calls } = this.sim;
    if ((calls.step[call] as number) > this.inputs.length) {
      this.answer(call);
      return;
    }
    const edges = this.outputs.flat();
    const [first, ...others] = edges;
    if (!first) {
      this.answer(call);
      return;
    }
    const other = others.length === 0 ? undefined : others[this.random.below(others.length)];
    const taken: Way | undefined = this.random.next() < this.share ? first : other;
    if (taken) this.sim.launchGroup(call, [taken]);
    else this.answer(call);
  }

  override groupDone(call: number): void {
    if (this.sim.calls.fate[call] === FAILED) this.fail(call);
    else this.answer(call);
  }
}
