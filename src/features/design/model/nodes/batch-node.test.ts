import { expect, test } from "vitest";
import { nodeOf } from "../engine/theory/replicate.ts";
import { runOnce } from "../engine/theory/run-once.ts";

const OPEN = "gateway{time=fixed(0s), cpu=64 x1}";

test("a batch starts when it is full, or when its first request has lingered", () => {
  const sparse = runOnce("ranker{gpu=L4 x1, batch=8, wait=20ms, time=fixed(5ms)}", { rate: 10, lasts: 300 });
  // alone, a request waits its whole time; one that comes meanwhile joins it
  expect(sparse.latency.max).toBeCloseTo(0.025, 6);
  expect(sparse.latency.p50).toBeCloseTo(0.025, 3);
  const dense = runOnce("ranker{gpu=L4 x1, batch=4, wait=10s, time=fixed(1ms), queue=1k}", { rate: 1000, lasts: 100 });
  expect(nodeOf(dense, "ranker").extra.batch).toBeCloseTo(4, 2);
  expect(dense.latency.p99).toBeLessThan(0.02);
});

test("lingering costs an event a batch, not one for each batch before", () => {
  const run = runOnce("ranker{gpu=L4 x1, batch=4, wait=10s, time=fixed(1ms), queue=1k}", { rate: 1000, lasts: 100 });
  // an arrival each, and an end and a linger a batch
  expect(run.events / run.requests).toBeLessThan(1.6);
});

test("a ranker under load scores fewer candidates, and keeps up", () => {
  const ranker = (more: string) => `ranker{gpu=L4 x1, batch=8, wait=0s, size=large, candidates=400, queue=100${more}}`;
  const run = (more: string) => runOnce(`${OPEN} -> ${ranker(more)}`, { rate: 350, lasts: 60, warmUp: 10 });
  expect(run("").availability).toBeLessThan(0.8);
  expect(run(", degrade=100").availability).toBe(1);
});

test("behind a random balancer replicas are drawn; behind the shortest queue the wait is less", () => {
  const wait = (policy: string) =>
    runOnce(
      `lb:balancer{policy=${policy}, time=fixed(0s)} -> ranker{gpu=L4 x4, batch=1, wait=0s, queue=100k, time=exp(10ms)}`,
      {
        rate: 320,
        lasts: 600,
        warmUp: 60,
      },
    ).latency.mean;
  const random = wait("random");
  // four queues of their own: 1 / (100 - 80)
  expect(random / 0.05).toBeCloseTo(1, 1);
  const two = wait("two-choices");
  const least = wait("least");
  expect(two).toBeLessThan(random * 0.7);
  expect(least).toBeLessThan(two);
});
