import type { Fault } from "../../../../shared/content/design/world.ts";
import type { DesignNode } from "../design.ts";

/** What faults have changed just now, where it is no node's own state. */
export class Circumstances {
  /** Share of the requests that ask for one and the same key. */
  hotShare = 0;
  /** Attack requests a second. */
  attack = 0;
  /** Times the usual rate. */
  peak = 1;
  /** Since when bad data is written; undefined when none is. */
  poisonedSince: number | undefined;
  /** Share of the quality that it costs answers which read it. */
  poison = 0;
  /** Component types that write bad data; all where undefined. */
  poisonTargets: readonly string[] | undefined;
  /** Share of the signal that models lose, by component type ("" is all). */
  readonly modelLoss = new Map<string, number>();
  /** Share of recall that the index loses. */
  indexLoss = 0;

  /** Whether a writer passes bad data on: it is met, and does not check what it writes. */
  poisons({ type, parameters }: DesignNode): boolean {
    return parameters.checks !== "on" && (this.poisonTargets === undefined || this.poisonTargets.includes(type));
  }

  lossOf(type: string): number {
    if (this.modelLoss.size === 0) return 0;
    return Math.max(this.modelLoss.get("") ?? 0, this.modelLoss.get(type) ?? 0);
  }

  setLoss({ target }: Fault, loss: number): void {
    for (const type of target ?? [""]) {
      if (loss === 0) this.modelLoss.delete(type);
      else this.modelLoss.set(type, loss);
    }
  }
}
