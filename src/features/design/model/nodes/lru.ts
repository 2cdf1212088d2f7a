/** Least-recently-used entries of integer keys, in linked lists over typed arrays. */
export class LruTable {
  readonly capacity: number;
  readonly expires: Float64Array;
  readonly quality: Float32Array;
  readonly #slotOf: Int32Array;
  readonly #keyOf: Int32Array;
  readonly #newer: Int32Array;
  readonly #older: Int32Array;
  #newest = -1;
  #oldest = -1;
  #size = 0;

  constructor(capacity: number, keys: number) {
    this.capacity = Math.max(1, Math.min(capacity, keys));
    this.expires = new Float64Array(this.capacity);
    this.quality = new Float32Array(this.capacity);
    this.#slotOf = new Int32Array(keys).fill(-1);
    this.#keyOf = new Int32Array(this.capacity);
    this.#newer = new Int32Array(this.capacity);
    this.#older = new Int32Array(this.capacity);
  }

  /** The slot of a key, or -1. */
  find(key: number): number {
    return this.#slotOf[key] as number;
  }

  touch(slot: number): void {
    if (slot === this.#newest) return;
    this.#unlink(slot);
    this.#linkNewest(slot);
  }

  /** Makes room for a key, by throwing out the least recently used; its slot. */
  put(key: number): number {
    const known = this.find(key);
    if (known >= 0) {
      this.touch(known);
      return known;
    }
    let slot = this.#size;
    if (this.#size < this.capacity) this.#size++;
    else {
      slot = this.#oldest;
      this.#unlink(slot);
      this.#slotOf[this.#keyOf[slot] as number] = -1;
    }
    this.#keyOf[slot] = key;
    this.#slotOf[key] = slot;
    this.#linkNewest(slot);
    return slot;
  }

  /** Empties every entry of which the key is chosen; `isEmpty` tells them from those that are only old. */
  empty(chosen: (key: number) => boolean): void {
    for (let slot = 0; slot < this.#size; slot++)
      if (chosen(this.#keyOf[slot] as number)) this.expires[slot] = Number.NEGATIVE_INFINITY;
  }

  isEmpty(slot: number): boolean {
    return this.expires[slot] === Number.NEGATIVE_INFINITY;
  }

  #unlink(slot: number): void {
    const newer = this.#newer[slot] as number;
    const older = this.#older[slot] as number;
    if (newer >= 0) this.#older[newer] = older;
    else this.#newest = older;
    if (older >= 0) this.#newer[older] = newer;
    else this.#oldest = newer;
  }

  #linkNewest(slot: number): void {
    this.#newer[slot] = -1;
    this.#older[slot] = this.#newest;
    if (this.#newest >= 0) this.#newer[this.#newest] = slot;
    this.#newest = slot;
    if (this.#oldest < 0) this.#oldest = slot;
  }
}
