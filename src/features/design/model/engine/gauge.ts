/** A number over time: its time average since the warm-up, its highest value, and its average in the bin under way. */
export class Gauge {
  value = 0;
  max = 0;
  #since = 0;
  #area = 0;
  /** Area and time at the end of the warm-up, and at the start of the bin. */
  #measuredArea = 0;
  #measuredFrom = 0;
  #binArea = 0;
  #binFrom = 0;

  set(value: number, now: number): void {
    this.#area += this.value * (now - this.#since);
    this.#since = now;
    this.value = value;
    if (value > this.max) this.max = value;
  }

  /** Forgets what was before: the end of the warm-up. */
  restart(now: number): void {
    this.set(this.value, now);
    this.#measuredArea = this.#area;
    this.#measuredFrom = now;
    this.max = this.value;
  }

  mean(now: number): number {
    const span = now - this.#measuredFrom;
    return span <= 0 ? this.value : (this.#area - this.#measuredArea + this.value * (now - this.#since)) / span;
  }

  /** Average of the bin that ends now; a new one begins. */
  closeBin(now: number): number {
    this.set(this.value, now);
    const span = now - this.#binFrom;
    const mean = span <= 0 ? this.value : (this.#area - this.#binArea) / span;
    this.#binArea = this.#area;
    this.#binFrom = now;
    return mean;
  }
}
