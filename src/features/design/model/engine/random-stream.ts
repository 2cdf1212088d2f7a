import type { TimeDistribution } from "../components/spec.ts";

/**
 * A stream of random numbers of its own for each component (sfc32, Chris Doty-Humphrey): changing one component of a
 * design leaves the chance of the others as it was, so two runs differ by the change alone.
 */
export class RandomStream {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;
  #spareNormal = Number.NaN;

  constructor(seed: number, name: string) {
    this.#a = hashOf(name, 0x9e3779b9);
    this.#b = seed | 0;
    this.#c = hashOf(name, seed | 0);
    for (let round = 0; round < 15; round++) this.next();
  }

  /** Uniform in [0, 1). */
  next(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  }

  /** Exponential with the mean. */
  exponential(mean: number): number {
    return -mean * Math.log(1 - this.next());
  }

  /** Standard normal (Marsaglia's polar method). */
  normal(): number {
    const spare = this.#spareNormal;
    if (!Number.isNaN(spare)) {
      this.#spareNormal = Number.NaN;
      return spare;
    }
    let x = 0;
    let y = 0;
    let square = 0;
    do {
      x = 2 * this.next() - 1;
      y = 2 * this.next() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square === 0);
    const scale = Math.sqrt((-2 * Math.log(square)) / square);
    this.#spareNormal = y * scale;
    return x * scale;
  }

  /** An integer from 1 on with the mean (geometric). */
  geometric(mean: number): number {
    if (mean <= 1) return 1;
    return 1 + Math.floor(Math.log(1 - this.next()) / Math.log(1 - 1 / mean));
  }

  below(count: number): number {
    return Math.floor(this.next() * count);
  }
}

function hashOf(text: string, seed: number): number {
  let hash = seed ^ 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    hash ^= hash >>> 15;
  }
  return hash | 0;
}

/** Draws from a distribution of times, seconds. */
export function drawTime(time: TimeDistribution, random: RandomStream): number {
  switch (time.shape) {
    case "fixed":
      return time.mean;
    case "exponential":
      return random.exponential(time.mean);
    case "erlang": {
      let sum = 0;
      for (let stage = 0; stage < time.stages; stage++) sum += random.exponential(time.mean / time.stages);
      return sum;
    }
    case "lognormal":
      return time.median * Math.exp(time.sigma * random.normal());
    case "hyperexponential": {
      const branch = slowBranch(time.cv2);
      const mean = random.next() < branch ? time.mean / (2 * branch) : time.mean / (2 * (1 - branch));
      return random.exponential(mean);
    }
  }
}

/** Probability of the first of two exponential branches with balanced means, for a squared coefficient of variation ≥ 1. */
function slowBranch(cv2: number): number {
  return cv2 <= 1 ? 0.5 : 0.5 * (1 - Math.sqrt((cv2 - 1) / (cv2 + 1)));
}

/** Mean of a distribution of times, seconds. */
export function meanTime(time: TimeDistribution): number {
  return time.shape === "lognormal" ? time.median * Math.exp(time.sigma ** 2 / 2) : time.mean;
}
