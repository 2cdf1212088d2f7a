import type { RandomStream } from "./random-stream.ts";

/**
 * Draws keys 0 … count-1 with probability proportional to 1 / (key + 1)^exponent, in constant time and memory:
 * rejection-inversion (Hörmann and Derflinger 1996).
 */
export class ZipfKeys {
  readonly #count: number;
  readonly #exponent: number;
  readonly #first: number;
  readonly #last: number;
  readonly #shortcut: number;

  constructor(count: number, exponent: number) {
    this.#count = count;
    this.#exponent = exponent;
    this.#first = this.#integral(1.5) - 1;
    this.#last = this.#integral(count + 0.5);
    this.#shortcut = 2 - this.#inverse(this.#integral(2.5) - this.#weight(2));
  }

  draw(random: RandomStream): number {
    if (this.#exponent === 0) return random.below(this.#count);
    for (;;) {
      const area = this.#last + random.next() * (this.#first - this.#last);
      const x = this.#inverse(area);
      const rank = Math.min(this.#count, Math.max(1, Math.round(x)));
      if (rank - x <= this.#shortcut || area >= this.#integral(rank + 0.5) - this.#weight(rank)) return rank - 1;
    }
  }

  #weight(x: number): number {
    return Math.exp(-this.#exponent * Math.log(x));
  }

  #integral(x: number): number {
    const log = Math.log(x);
    return expm1Over((1 - this.#exponent) * log) * log;
  }

  #inverse(area: number): number {
    const bounded = Math.max(-1, area * (1 - this.#exponent));
    return Math.exp(log1pOver(bounded) * area);
  }
}

/** (e^x - 1) / x, also near 0. */
function expm1Over(x: number): number {
  return Math.abs(x) > 1e-8 ? Math.expm1(x) / x : 1 + x / 2;
}

/** log(1 + x) / x, also near 0. */
function log1pOver(x: number): number {
  return Math.abs(x) > 1e-8 ? Math.log1p(x) / x : 1 - x / 2;
}
