const FIRST_CAPACITY = 1024;

/**
 * Future events in the order of (time, sequence): a four-ary heap over typed arrays. Scheduling and popping allocate
 * nothing but when the heap grows. Ties go to the event that was scheduled first, so a run is the same every time.
 */
export class EventQueue {
  /** The event that `pop` took out: seconds, and what it was scheduled with. */
  time = 0;
  target = 0;
  op = 0;
  argument = 0;

  #size = 0;
  #sequence = 0;
  #heapTimes = new Float64Array(FIRST_CAPACITY);
  #heapSlots = new Int32Array(FIRST_CAPACITY);
  #sequences = new Float64Array(FIRST_CAPACITY);
  #targets = new Int32Array(FIRST_CAPACITY);
  #ops = new Int32Array(FIRST_CAPACITY);
  #arguments = new Int32Array(FIRST_CAPACITY);
  #free = Int32Array.from({ length: FIRST_CAPACITY }, (_, at) => FIRST_CAPACITY - 1 - at);
  #freeCount = FIRST_CAPACITY;

  get size(): number {
    return this.#size;
  }

  /** Infinity when there is none. */
  nextTime(): number {
    return this.#size === 0 ? Number.POSITIVE_INFINITY : (this.#heapTimes[0] as number);
  }

  schedule(time: number, target: number, op: number, argument: number): void {
    if (this.#freeCount === 0) this.#grow();
    const slot = this.#free[--this.#freeCount] as number;
    this.#sequences[slot] = this.#sequence++;
    this.#targets[slot] = target;
    this.#ops[slot] = op;
    this.#arguments[slot] = argument;
    this.#siftUp(this.#size++, time, slot);
  }

  /** Takes the next event out into `time`, `target`, `op` and `argument`; false when there is none. */
  pop(): boolean {
    if (this.#size === 0) return false;
    const slot = this.#heapSlots[0] as number;
    this.time = this.#heapTimes[0] as number;
    this.target = this.#targets[slot] as number;
    this.op = this.#ops[slot] as number;
    this.argument = this.#arguments[slot] as number;
    this.#free[this.#freeCount++] = slot;
    const last = --this.#size;
    if (last > 0) this.#siftDown(this.#heapTimes[last] as number, this.#heapSlots[last] as number);
    return true;
  }

  #siftUp(from: number, time: number, slot: number): void {
    const times = this.#heapTimes;
    const slots = this.#heapSlots;
    let at = from;
    while (at > 0) {
      const above = (at - 1) >> 2;
      // a new event has the highest sequence: at the same time it stays below
      if ((times[above] as number) <= time) break;
      times[at] = times[above] as number;
      slots[at] = slots[above] as number;
      at = above;
    }
    times[at] = time;
    slots[at] = slot;
  }

  #siftDown(time: number, slot: number): void {
    const times = this.#heapTimes;
    const slots = this.#heapSlots;
    const sequences = this.#sequences;
    const size = this.#size;
    const sequence = sequences[slot] as number;
    let at = 0;
    for (;;) {
      const first = (at << 2) + 1;
      if (first >= size) break;
      const end = Math.min(first + 4, size);
      let least = first;
      let leastTime = times[first] as number;
      for (let child = first + 1; child < end; child++) {
        const childTime = times[child] as number;
        if (childTime > leastTime) continue;
        if (
          childTime < leastTime ||
          (sequences[slots[child] as number] as number) < (sequences[slots[least] as number] as number)
        ) {
          least = child;
          leastTime = childTime;
        }
      }
      if (leastTime > time || (leastTime === time && (sequences[slots[least] as number] as number) > sequence)) break;
      times[at] = leastTime;
      slots[at] = slots[least] as number;
      at = least;
    }
    times[at] = time;
    slots[at] = slot;
  }

  #grow(): void {
    const capacity = this.#heapTimes.length * 2;
    this.#heapTimes = grown(this.#heapTimes, new Float64Array(capacity));
    this.#heapSlots = grown(this.#heapSlots, new Int32Array(capacity));
    this.#sequences = grown(this.#sequences, new Float64Array(capacity));
    this.#targets = grown(this.#targets, new Int32Array(capacity));
    this.#ops = grown(this.#ops, new Int32Array(capacity));
    this.#arguments = grown(this.#arguments, new Int32Array(capacity));
    const half = capacity / 2;
    this.#free = new Int32Array(capacity);
    for (let at = 0; at < half; at++) this.#free[at] = capacity - 1 - at;
    this.#freeCount = half;
  }
}

type Numbers = Float64Array | Int32Array | Uint8Array | Float32Array;

/** The larger array with the smaller one's content. */
export function grown<T extends Numbers>(from: Numbers, to: T): T {
  to.set(from);
  return to;
}
