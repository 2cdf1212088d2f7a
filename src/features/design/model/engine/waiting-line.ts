import { Ring } from "./ring.ts";

/** What waits (calls, messages, cases), the grave before the others, each in the order in which they came. */
export class WaitingLine {
  size = 0;
  readonly #grave = new Ring();
  readonly #others = new Ring();

  push(item: number, rank: "grave" | "usual"): void {
    this.size++;
    (rank === "grave" ? this.#grave : this.#others).push(item);
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

  /** All, in the order in which they would be taken out. */
  *all(): Generator<number> {
    yield* this.#grave.all();
    yield* this.#others.all();
  }

  /** Leaves in what is to stay, in its order. */
  retain(stays: (item: number) => boolean): void {
    for (const line of [this.#grave, this.#others])
      for (let left = line.size; left > 0; left--) {
        const item = line.shift();
        if (stays(item)) line.push(item);
        else this.size--;
      }
  }
}
