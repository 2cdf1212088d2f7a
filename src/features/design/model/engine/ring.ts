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
    this.#items = unrolled(this.#items, this.#head, new Int32Array(this.#items.length * 2));
    this.#head = 0;
  }
}

/**
 * Numbers in the order in which they came, in one growing array (for timers, whose delay is always the same). Not one class
 * with `Ring`: doubles for both made the queues of the bench some per cent slower.
 */
export class TimeRing {
  size = 0;
  #items = new Float64Array(16);
  #head = 0;

  push(item: number): void {
    if (this.size === this.#items.length) {
      this.#items = unrolled(this.#items, this.#head, new Float64Array(this.#items.length * 2));
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

/** All of a full ring in a larger array, the oldest first. */
function unrolled<T extends Int32Array | Float64Array>(items: T, head: number, larger: T): T {
  const tail = items.subarray(head);
  larger.set(tail);
  larger.set(items.subarray(0, head), tail.length);
  return larger;
}
