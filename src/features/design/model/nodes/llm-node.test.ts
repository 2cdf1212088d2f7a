import { expect, test } from "vitest";
import { nodeOf } from "../engine/theory/replicate.ts";
import { runOnce } from "../engine/theory/run-once.ts";

/** Tokens a second when so many sequences run together all the time. */
function tokensAtOnce(sequences: number): number {
  const run = runOnce(`llm{gpu=A100 x1, model=8B, batch=${sequences}, prompt=1, output=200, queue=4}`, {
    rate: 20,
    lasts: 400,
    warmUp: 100,
  });
  const { extra, utilisation } = nodeOf(run, "llm");
  expect(utilisation).toBeGreaterThan(0.99);
  expect(extra.batch).toBeCloseTo(sequences, 1);
  return run.throughput * 200;
}

test("8B on an A100 gives about 75 tokens a second alone, and 6.6 times that with eight sequences", () => {
  const alone = tokensAtOnce(1);
  expect(alone / 75).toBeGreaterThan(0.95);
  expect(alone / 75).toBeLessThan(1.05);
  const eight = tokensAtOnce(8);
  expect(eight / alone / 6.6).toBeGreaterThan(0.95);
  expect(eight / alone / 6.6).toBeLessThan(1.05);
});

test("sequences wait when keys and values have no more room, though the batch has places", () => {
  const run = runOnce("llm{gpu=A100 x1, model=8B, batch=256, prompt=12000, output=100, queue=1k}", {
    rate: 3,
    lasts: 300,
    warmUp: 50,
  });
  const { extra, queue } = nodeOf(run, "llm");
  // (40 GB * 0.9 - 16 GB) / 131,072 B hold 152,000 tokens: about twelve such prompts
  expect(extra.batch).toBeLessThan(14);
  expect(extra.batch).toBeGreaterThan(8);
  expect(extra.kv).toBeLessThanOrEqual(1);
  expect(extra.kv).toBeGreaterThan(0.8);
  expect(queue.mean).toBeGreaterThan(10);
});

test("a prompt that cannot fit at all is refused, whoever else is there", () => {
  const run = runOnce("llm{gpu=A100 x1, model=8B, prompt=1M, output=10}", { rate: 1, lasts: 60 });
  expect(run.availability).toBe(0);
  expect(nodeOf(run, "llm").refused).toBe(run.requests);
});

test("the first token comes after the prompt is read, long before the answer ends", () => {
  const run = runOnce("llm{gpu=A100 x1, model=8B, batch=8, prompt=1000, output=400}", { rate: 0.05, lasts: 4000 });
  const { firstToken, latency } = run;
  // 2 * 8e9 operations a token at half of 312 tera, and one step of decoding
  expect((firstToken?.mean ?? 0) / (1000 * 1.0256e-4 + 0.0138)).toBeCloseTo(1, 1);
  expect(latency.mean / (0.1 + 400 * 0.0137)).toBeCloseTo(1, 0);
});

test("who ends leaves at once: a short answer does not wait for a long one", () => {
  const run = runOnce("llm{gpu=H100 x1, model=8B, batch=32, prompt=100, output=100}", {
    rate: 4,
    lasts: 500,
    warmUp: 50,
  });
  // geometric lengths: the median is ln 2 of the mean, and so is its time
  expect(run.latency.p50 / run.latency.mean).toBeGreaterThan(0.66);
  expect(run.latency.p50 / run.latency.mean).toBeLessThan(0.78);
});
