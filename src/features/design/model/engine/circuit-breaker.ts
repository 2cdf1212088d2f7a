import type { RandomStream } from "./random-stream.ts";

const WINDOW_SECONDS = 1;
const LEAST_CALLS = 20;
const OPEN_SECONDS = 5;
/** Of the calls that a half-open breaker lets through to see whether it may close. */
const PROBING_SHARE = 0.05;

/** Refuses calls while too many of the last second failed; tries again after five seconds with one call in twenty. */
export class CircuitBreaker {
  readonly #threshold: number;
  #windowFrom = 0;
  #calls = 0;
  #failures = 0;
  #state: "closed" | "open" | "half-open" = "closed";
  #openUntil = 0;

  constructor(threshold: number) {
    this.#threshold = threshold;
  }

  lets(now: number, random: RandomStream): boolean {
    if (this.#state === "open" && now >= this.#openUntil) {
      this.#state = "half-open";
      this.#begin(now);
    }
    if (this.#state === "closed") return true;
    return this.#state === "half-open" && random.next() < PROBING_SHARE;
  }

  record(now: number, succeeded: boolean): void {
    // half open, few calls come: they are counted for as long as it takes
    if (now - this.#windowFrom >= WINDOW_SECONDS && this.#state !== "half-open") this.#begin(now);
    this.#calls++;
    if (!succeeded) this.#failures++;
    const least = this.#state === "half-open" ? LEAST_CALLS / 4 : LEAST_CALLS;
    if (this.#calls < least) return;
    if (this.#failures / this.#calls >= this.#threshold) {
      if (this.#state !== "open") this.#openUntil = now + OPEN_SECONDS;
      this.#state = "open";
    } else if (this.#state === "half-open") this.#state = "closed";
  }

  #begin(now: number): void {
    this.#windowFrom = now;
    this.#calls = 0;
    this.#failures = 0;
  }
}
