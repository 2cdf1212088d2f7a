import type { Latency } from "../run/report.ts";

/** Octaves from about a microsecond to about 4.5 hours, 128 buckets each: a value is known to 0.4 %. */
const LOWEST_EXPONENT = -20;
const OCTAVES = 34;
const BUCKETS_PER_OCTAVE = 128;
const BUCKETS = OCTAVES * BUCKETS_PER_OCTAVE;
const MANTISSA_SHIFT = 13;
const FIRST = (LOWEST_EXPONENT + 1023) * BUCKETS_PER_OCTAVE;

const ALL_UP_TO = 4096;
const ONE_IN = 8;

const value = new Float64Array(1);
const words = new Uint32Array(value.buffer);
/** Position of the word with the exponent: 1 on every machine that runs this today. */
const HIGH = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;

/** Counts of positive values in buckets of equal relative width; sums are exact. */
export class Histogram {
  count = 0;
  sum = 0;
  max = 0;
  readonly #counts = new Uint32Array(BUCKETS);

  record(seconds: number): void {
    this.count++;
    this.sum += seconds;
    if (seconds > this.max) this.max = seconds;
    this.#put(seconds, 1);
  }

  /** As `record`, but after some thousand values one in eight stands for eight in the buckets; sums stay exact. */
  sample(seconds: number): void {
    this.count++;
    this.sum += seconds;
    if (seconds > this.max) this.max = seconds;
    if (this.count <= ALL_UP_TO) this.#put(seconds, 1);
    else if (this.count % ONE_IN === 0) this.#put(seconds, ONE_IN);
  }

  #put(seconds: number, weight: number): void {
    // exponent and the first seven bits of the mantissa, read off the number itself
    value[0] = seconds;
    const bucket = ((words[HIGH] as number) >>> MANTISSA_SHIFT) - FIRST;
    const at = bucket < 0 ? 0 : bucket >= BUCKETS ? BUCKETS - 1 : bucket;
    this.#counts[at] = (this.#counts[at] as number) + weight;
  }

  clear(): void {
    if (this.count === 0) return;
    this.count = 0;
    this.sum = 0;
    this.max = 0;
    this.#counts.fill(0);
  }

  /** A value of 0, which most waits are. */
  recordNothing(): void {
    this.count++;
    (this.#counts[0] as number)++;
  }

  /** Share of the values that are not 0. */
  positiveShare(): number {
    return this.count === 0 ? 0 : 1 - (this.#counts[0] as number) / this.count;
  }

  get mean(): number {
    return this.count === 0 ? 0 : this.sum / this.count;
  }

  /** The value below which a share of the values lies, to 0.4 %; 0 when there are none. */
  quantile(share: number): number {
    if (this.count === 0) return 0;
    const wanted = Math.max(1, Math.ceil(share * this.count));
    let seen = 0;
    for (let at = 0; at < BUCKETS; at++) {
      seen += this.#counts[at] as number;
      if (seen >= wanted) return at === 0 ? 0 : Math.min(this.max, middleOf(at));
    }
    return this.max;
  }

  add(other: Histogram): void {
    this.count += other.count;
    this.sum += other.sum;
    this.max = Math.max(this.max, other.max);
    for (let at = 0; at < BUCKETS; at++)
      this.#counts[at] = (this.#counts[at] as number) + (other.#counts[at] as number);
  }

  latency(): Latency {
    const [p50, p90, p95, p99, p999] = [0.5, 0.9, 0.95, 0.99, 0.999].map((share) => this.quantile(share));
    return {
      mean: this.mean,
      p50: p50 ?? 0,
      p90: p90 ?? 0,
      p95: p95 ?? 0,
      p99: p99 ?? 0,
      p999: p999 ?? 0,
      max: this.max,
    };
  }
}

function middleOf(bucket: number): number {
  const octave = Math.floor(bucket / BUCKETS_PER_OCTAVE);
  const within = (bucket % BUCKETS_PER_OCTAVE) + 0.5;
  return 2 ** (octave + LOWEST_EXPONENT) * (1 + within / BUCKETS_PER_OCTAVE);
}
