/** A number over time: its time average since the warm-up, its highest value, and its average in the bin under way. */
export class Gauge {
  value = 0;
  max = 0;
  #since = 0;
  #area = 0;
  #binArea = 0;
  #measuredFrom = 0;
  #binFrom = 0;

  set(value: number, now: number): void {
    const area = this.value * (now - this.#since);
    this.#area += area;
    this.#binArea += area;
    this.#since = now;
    this.value = value;
    if (value > this.max) this.max = value;
  }

  /** Forgets what was before: the end of the warm-up. */
  restart(now: number): void {
    this.set(this.value, now);
    this.#area = 0;
    this.#measuredFrom = now;
    this.max = this.value;
  }

  mean(now: number): number {
    const span = now - this.#measuredFrom;
    return span <= 0 ? this.value : (this.#area + this.value * (now - this.#since)) / span;
  }

  /** Average of the bin that ends now; a new one begins. */
  closeBin(now: number): number {
    this.set(this.value, now);
    const span = now - this.#binFrom;
    const mean = span <= 0 ? this.value : this.#binArea / span;
    this.#binArea = 0;
    this.#binFrom = now;
    return mean;
  }
}
