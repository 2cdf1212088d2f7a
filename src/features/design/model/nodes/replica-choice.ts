import type { RandomStream } from "../engine/random-stream.ts";
import type { PickPolicy } from "../engine/sim-node.ts";

/** Chooses among replicas by a balancer's policy. */
export class ReplicaChoice {
  readonly #random: RandomStream;
  readonly #loadOf: (replica: number) => number;
  #turn = 0;

  /** `loadOf` is infinite for a replica that has been taken out. */
  constructor({ random, loadOf }: { random: RandomStream; loadOf: (replica: number) => number }) {
    this.#random = random;
    this.#loadOf = loadOf;
  }

  /** One of `count`; -1 when all are taken out. */
  next(policy: PickPolicy, count: number): number {
    if (count === 1) return 0;
    switch (policy) {
      case "round-robin":
        return this.#inTurn(count);
      case "random":
        return this.#atRandom(count);
      case "two-choices": {
        const [one, other] = [this.#atRandom(count), this.#atRandom(count)];
        return one < 0 || this.#loadOf(one) <= this.#loadOf(other) ? one : other;
      }
      case "least":
        return this.#shortest(count);
    }
  }

  #inTurn(count: number): number {
    for (let tries = 0; tries < count; tries++) {
      const at = this.#turn++ % count;
      if (this.#loadOf(at) < Number.POSITIVE_INFINITY) return at;
    }
    return -1;
  }

  #atRandom(count: number): number {
    for (let tries = 0; tries < 8; tries++) {
      const at = this.#random.below(count);
      if (this.#loadOf(at) < Number.POSITIVE_INFINITY) return at;
    }
    return this.#inTurn(count);
  }

  #shortest(count: number): number {
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    // a start that moves on: equal loads take turns
    const start = this.#turn++ % count;
    for (let step = 0; step < count; step++) {
      const at = start + step < count ? start + step : start + step - count;
      const load = this.#loadOf(at);
      if (load === 0) return at;
      if (load >= least) continue;
      least = load;
      best = at;
    }
    return best;
  }
}
