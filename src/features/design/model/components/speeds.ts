import { ACCELERATORS } from "./hardware.ts";

/** How long models and indexes work: each formula with what it was fitted to. Times are seconds. */

export type ModelSize = "small" | "medium" | "large";

/**
 * A batch of ranking: an overhead and a time for each candidate. Fitted to an L4 that ranks 100 candidates a request: 2,148
 * requests a second one by one and 4,377 in batches (vendor's benchmark, second hand). Sizes and other cards are proposed.
 */
export function rankingTime(accelerator: string, size: ModelSize, candidates: number): number {
  const overhead = 0.000_26;
  const each = 0.000_002 * { small: 0.25, medium: 1, large: 5 }[size];
  return (overhead + candidates * each) / (ACCELERATORS[accelerator]?.ranking ?? 1);
}

/** One request on one core: a boosted tree ensemble, a small network, a small transformer. Proposed by us. */
export function scoringMedian(size: ModelSize): number {
  return { small: 0.000_5, medium: 0.002, large: 0.015 }[size];
}

/** A batch of requests on an accelerator. Proposed by us. */
export function scoringTime(accelerator: string, size: ModelSize, count: number): number {
  const each = { small: 0.000_01, medium: 0.000_06, large: 0.000_4 }[size];
  return 0.001 + (count * each) / (ACCELERATORS[accelerator]?.ranking ?? 1);
}

/**
 * One query in one shard of a graph index: `0.155 ms * ln(1 / (1 - recall)) * log10(vectors) * (0.5 + dimension / 256)`. The
 * logarithm of the missed share fits Qdrant at recall 0.99 and 0.96 (572 and 811 queries a second, 500k vectors); the level
 * is a fifth below filtered faiss on 10 M vectors of 192 dimensions at recall 0.9 (3,200 a second on 8 cores, big-ann
 * NeurIPS'23). The dimension's part is proposed by us.
 */
export function vectorTime({
  recall,
  vectors,
  dimension,
}: {
  recall: number;
  vectors: number;
  dimension: number;
}): number {
  return 0.000_155 * Math.log(1 / (1 - recall)) * Math.log10(Math.max(10, vectors)) * (0.5 + dimension / 256);
}

/** Billions of parameters, and bytes that keys and values of one token take (grouped-query attention, 16 bits). */
const LLMS: Record<string, { billions: number; kvBytes: number }> = {
  "1B": { billions: 1.2, kvBytes: 32_768 },
  "3B": { billions: 3.2, kvBytes: 114_688 },
  "8B": { billions: 8, kvBytes: 131_072 },
  "14B": { billions: 14.8, kvBytes: 196_608 },
  "70B": { billions: 70.6, kvBytes: 327_680 },
};
const BYTES_A_PARAMETER = 2;
/** Share of an accelerator's memory for weights, keys and values; activations and the runtime take the rest. Proposed by us. */
const USABLE_MEMORY = 0.9;
const STEP_OVERHEAD = 0.003;
const SEQUENCE_OVERHEAD = 0.000_33;
const PREFILL_EFFICIENCY = 0.5;

export type LlmSpeed = {
  weightBytes: number;
  kvTokens: number;
  prefill: number;
  decode: (running: number, tokens: number) => number;
};

/**
 * Roofline of a decoding step: `3 ms + weights / bandwidth + sequences * 0.33 ms + keys and values / bandwidth`; reading a
 * prompt takes `2 * parameters / (half the peak)` a token. The two overheads are fitted to one figure, 8B on an A100 of
 * 40 GB: 75 tokens a second alone, 6.6 times that with eight sequences (second hand). Everything else is ± 50 %.
 */
export function llmSpeed(model: string, accelerator: string, shards: number): LlmSpeed {
  const { billions, kvBytes } = LLMS[model] ?? { billions: 8, kvBytes: 131_072 };
  const { memoryBytes, bandwidth, flops } = ACCELERATORS[accelerator] ?? {
    memoryBytes: 4e10,
    bandwidth: 1.5e12,
    flops: 3e14,
  };
  const parameters = billions * 1e9;
  const weightBytes = parameters * BYTES_A_PARAMETER;
  const room = Math.max(0, memoryBytes * shards * USABLE_MEMORY - weightBytes);
  return {
    weightBytes,
    kvTokens: Math.floor(room / kvBytes),
    prefill: (2 * parameters) / (flops * shards * PREFILL_EFFICIENCY),
    decode: (running, tokens) =>
      STEP_OVERHEAD +
      weightBytes / (bandwidth * shards) +
      running * SEQUENCE_OVERHEAD +
      (tokens * kvBytes) / (bandwidth * shards),
  };
}
