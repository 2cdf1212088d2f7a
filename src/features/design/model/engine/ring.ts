import { grown } from "./event-queue.ts";

/** Integers, first in first out, in one growing array. */
export class Ring {
  size = 0;
  #items = new Int32Array(16);
  #head = 0;

  push(item: number): void {
    if (this.size === this.#items.length) this.#grow();
    this.#items[(this.#head + this.size++) & (this.#items.length - 1)] = item;
  }

  /** The oldest, taken out. There must be one. */
  shift(): number {
    const item = this.#items[this.#head] as number;
    this.#head = (this.#head + 1) & (this.#items.length - 1);
    this.size--;
    return item;
  }

  /** The oldest, left in. There must be one. */
  first(): number {
    return this.#items[this.#head] as number;
  }

  /** All, the oldest first. */
  *all(): Generator<number> {
    for (let at = 0; at < this.size; at++) yield this.#items[(this.#head + at) & (this.#items.length - 1)] as number;
  }

  #grow(): void {
    const larger = new Int32Array(this.#items.length * 2);
    const tail = this.#items.subarray(this.#head);
    larger.set(tail);
    larger.set(this.#items.subarray(0, this.#head), tail.length);
    this.#items = larger;
    this.#head = 0;
  }
}

/** Numbers in the order in which they came, in one growing array (for timers, whose delay is always the same). */
export class TimeRing {
  size = 0;
  #items = new Float64Array(16);
  #head = 0;

  push(item: number): void {
    if (this.size === this.#items.length) {
      const ordered = new Float64Array(this.#items.length);
      for (let at = 0; at < this.size; at++)
        ordered[at] = this.#items[(this.#head + at) & (this.#items.length - 1)] as number;
      this.#items = grown(ordered, new Float64Array(ordered.length * 2));
      this.#head = 0;
    }
    this.#items[(this.#head + this.size++) & (this.#items.length - 1)] = item;
  }

  shift(): number {
    const item = this.#items[this.#head] as number;
    this.#head = (this.#head + 1) & (this.#items.length - 1);
    this.size--;
    return item;
  }

  first(): number {
    return this.#items[this.#head] as number;
  }
}
