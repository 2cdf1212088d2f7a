import type { RandomStream } from "../engine/random-stream.ts";
import type { PickPolicy } from "../engine/sim-node.ts";

/** Chooses among replicas by a balancer's policy. */
export class ReplicaChoice {
  readonly #count: number;
  readonly #random: RandomStream;
  readonly #loadOf: (replica: number) => number;
  #turn = 0;

  /** `loadOf` is infinite for a replica that has been taken out. */
  constructor(count: number, { random, loadOf }: { random: RandomStream; loadOf: (replica: number) => number }) {
    this.#count = count;
    this.#random = random;
    this.#loadOf = loadOf;
  }

  /** -1 when all are taken out. */
  next(policy: PickPolicy): number {
    if (this.#count === 1) return 0;
    switch (policy) {
      case "round-robin":
        return this.#inTurn();
      case "random":
        return this.#atRandom();
      case "two-choices": {
        const [one, other] = [this.#atRandom(), this.#atRandom()];
        return one < 0 || this.#loadOf(one) <= this.#loadOf(other) ? one : other;
      }
      case "least":
        return this.#shortest();
    }
  }

  #inTurn(): number {
    for (let tries = 0; tries < this.#count; tries++) {
      const at = this.#turn++ % this.#count;
      if (this.#loadOf(at) < Number.POSITIVE_INFINITY) return at;
    }
    return -1;
  }

  #atRandom(): number {
    for (let tries = 0; tries < 8; tries++) {
      const at = this.#random.below(this.#count);
      if (this.#loadOf(at) < Number.POSITIVE_INFINITY) return at;
    }
    return this.#inTurn();
  }

  #shortest(): number {
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    // a start that moves on: equal loads take turns
    const start = this.#turn++ % this.#count;
    for (let step = 0; step < this.#count; step++) {
      const at = (start + step) % this.#count;
      const load = this.#loadOf(at);
      if (load >= least) continue;
      least = load;
      best = at;
    }
    return best;
  }
}
