import { Ring } from "./ring.ts";

/** Calls that wait, the grave ones before the others, each in the order in which they came. */
export class WaitingLine {
  size = 0;
  readonly #grave = new Ring();
  readonly #others = new Ring();

  push(call: number, rank: "grave" | "usual"): void {
    this.size++;
    (rank === "grave" ? this.#grave : this.#others).push(call);
  }

  /** The next, taken out. There must be one. */
  shift(): number {
    this.size--;
    return (this.#grave.size > 0 ? this.#grave : this.#others).shift();
  }

  /** The next, left in. There must be one. */
  first(): number {
    return (this.#grave.size > 0 ? this.#grave : this.#others).first();
  }
}
