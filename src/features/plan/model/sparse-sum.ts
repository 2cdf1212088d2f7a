import type { Matrix } from "./cholesky.ts";
import type { PackedRows } from "./packed-rows.ts";

/** A sum of few of many unknowns. */
export class SparseSum {
  readonly #loads: Float64Array;
  readonly #touched: number[] = [];
  readonly #isTouched: Uint8Array;

  constructor(n: number) {
    this.#loads = new Float64Array(n);
    this.#isTouched = new Uint8Array(n);
  }

  add({ firstLoad, at, load }: PackedRows, row: number, factor: number): void {
    const end = firstLoad[row + 1] ?? 0;
    for (let k = firstLoad[row] ?? 0; k < end; k++) {
      const one = at[k] ?? 0;
      if (this.#isTouched[one] === 0) this.#touched.push(one);
      this.#isTouched[one] = 1;
      this.#loads[one] = (this.#loads[one] ?? 0) + factor * (load[k] ?? 0);
    }
  }

  variance({ n, of }: Matrix): number {
    let sum = 0;
    for (let k = 0; k < this.#touched.length; k++) {
      const row = this.#touched[k] ?? 0;
      const own = this.#loads[row] ?? 0;
      let beside = 0;
      for (let other = 0; other < k; other++) {
        const column = this.#touched[other] ?? 0;
        beside += (this.#loads[column] ?? 0) * (of[row * n + column] ?? 0);
      }
      sum += own * (own * (of[row * n + row] ?? 0) + 2 * beside);
    }
    return sum;
  }

  addTo(target: Float64Array, factor: number): void {
    for (const one of this.#touched) target[one] = (target[one] ?? 0) + factor * (this.#loads[one] ?? 0);
  }

  clear(): void {
    for (const one of this.#touched) {
      this.#loads[one] = 0;
      this.#isTouched[one] = 0;
    }
    this.#touched.length = 0;
  }
}
