import type { DesignNode } from "../design.ts";
import { SimNode } from "../engine/sim-node.ts";
import type { Simulation } from "../engine/simulation.ts";

/** Of a stream that keeps up: it reads in small bites. Proposed by us. */
const BITE_SECONDS = 1;

/** Reads events in the order in which they came and writes features; its lag is what it has not read, over its rate. */
export class StreamNode extends SimNode {
  /** Seconds that its source is late (a fault). */
  late = 0;
  readonly #rate: number;
  #backlog = 0;
  #at = 0;
  #worstLag = 0;

  constructor(sim: Simulation, { design, index, rate }: { design: DesignNode; index: number; rate: number }) {
    super(sim, design, index);
    this.#rate = rate;
  }

  override work(call: number): void {
    this.#read();
    this.sim.calls.workAt[call] = this.sim.now;
    this.worked(call);
  }

  override take(): void {
    super.take();
    this.#read();
  }

  /** Age of the newest event in what it writes, seconds. */
  lag(): number {
    this.#catchUp();
    return this.#lagNow();
  }

  override capacity(): number {
    return this.#rate;
  }

  override restart(now: number): void {
    super.restart(now);
    this.#worstLag = this.lag();
  }

  override extra(): Record<string, number> {
    const seconds = Math.max(1e-9, this.sim.now - this.since);
    return {
      lag: this.lag(),
      worstLag: this.#worstLag,
      work: Math.min(1, this.served / seconds / this.#currentRate()),
    };
  }

  #read(): void {
    this.#catchUp();
    this.#backlog++;
    this.waiting.set(this.#backlog, this.sim.now);
    const lag = this.#lagNow();
    if (lag > this.#worstLag) this.#worstLag = lag;
  }

  #lagNow(): number {
    return BITE_SECONDS + this.#backlog / this.#currentRate() + this.late;
  }

  #currentRate(): number {
    return this.#rate / this.slowdown;
  }

  #catchUp(): void {
    const { now } = this.sim;
    const read = (now - this.#at) * this.#currentRate();
    this.#backlog = Math.max(0, this.#backlog - read);
    this.#at = now;
  }
}
