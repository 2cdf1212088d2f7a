import { SimNode } from "../engine/sim-node.ts";

/** Takes what it is handed at once: warehouse, labels. */
export class SinkNode extends SimNode {
  override work(call: number): void {
    this.sim.calls.workAt[call] = this.sim.now;
    this.worked(call);
  }

  override capacity(): number {
    return Number.POSITIVE_INFINITY;
  }
}
