import { expect, test } from "vitest";
import { nodeOf } from "./theory/replicate.ts";
import { edgeOf, runOnce } from "./theory/run-once.ts";

const OPEN = "gateway{time=fixed(0s), cpu=64 x1}";

test("a timeout frees the caller while the work goes on", () => {
  const run = runOnce(`${OPEN} -> app:service{cpu=8 x1, time=fixed(100ms)}[timeout=10ms]`, { rate: 20, lasts: 100 });
  expect(run.availability).toBe(0);
  const app = nodeOf(run, "app");
  expect(edgeOf(run, "gateway", "app").timeouts).toBeGreaterThan(app.served - 5);
  // 20 a second for 0.1 s each on 8 cores, as if somebody waited
  expect(app.utilisation).toBeCloseTo((20 * 0.1) / 8, 1);
});

test("a caller waits no longer than its timeout for all copies of a call together", () => {
  const run = runOnce(
    `${OPEN} -> app:service{cpu=64 x1, time=fixed(200ms)}[timeout=50ms, hedge=30ms, fallback=popular]`,
    {
      rate: 20,
      lasts: 100,
    },
  );
  expect(run.degraded).toBe(1);
  expect(run.latency.max).toBeCloseTo(0.05, 6);
});

test("retries without a budget know no limit; a budget holds them to a share of the calls", () => {
  const failing = (policy: string) =>
    runOnce(`${OPEN} -> app:service{cpu=1 x1, time=fixed(0s)}[${policy}]`, {
      rate: 500,
      lasts: 20,
      faults: [{ kind: "node-loss", at: 0, target: ["service"] }],
    });
  const free = edgeOf(failing("retry=3"), "gateway", "app");
  expect(free.retries).toBe(free.calls * 3);
  const held = edgeOf(failing("retry=3, budget=10%"), "gateway", "app");
  expect(held.retries / held.calls).toBeGreaterThan(0.099);
  // the budget may save up ten before the first call
  expect(held.retries).toBeLessThanOrEqual(held.calls * 0.1 + 11);
});

test("a thousand calls that fail at once are all tried again", () => {
  const run = runOnce(`${OPEN} -> app:service{cpu=1 x1, time=fixed(100s), queue=1M}[retry=1, backoff=1ms]`, {
    rate: 100,
    lasts: 20,
    faults: [{ kind: "node-loss", at: 15, target: ["service"], lasts: 1 }],
  });
  expect(edgeOf(run, "gateway", "app").retries).toBeGreaterThan(1400);
});

test("a thousand retries without a pause end in a failure, not in a crash", () => {
  const run = runOnce(`${OPEN} -> a:service{queue=0, cpu=1 x1, time=fixed(1s)}[retry=1000]`, { rate: 2, lasts: 10 });
  expect(run.availability).toBeLessThan(0.7);
  expect(edgeOf(run, "gateway", "a").retries % 1000).toBe(0);
});

test("hedging shortens the tail for a few calls more", () => {
  const slow = "app:service{cpu=64 x4, time=hyper(10ms, 20)}";
  const plain = runOnce(`${OPEN} -> ${slow}`, { rate: 200, lasts: 200 });
  const hedged = runOnce(`${OPEN} -> ${slow}[hedge=30ms]`, { rate: 200, lasts: 200 });
  expect(hedged.latency.p99).toBeLessThan(plain.latency.p99 * 0.6);
  const { hedges, calls } = edgeOf(hedged, "gateway", "app");
  expect(hedges / calls).toBeGreaterThan(0.01);
  expect(hedges / calls).toBeLessThan(0.15);
});

test("a fallback node answers what the target could not, and samples nothing a second time", () => {
  const design = `${OPEN} -> app:service{cpu=1 x1, time=fixed(0s)}[sample=50%, fallback=spare]
spare:service{cpu=4 x1, time=fixed(5ms)}`;
  const run = runOnce(design, { rate: 200, lasts: 50, faults: [{ kind: "slow-dependency", at: 0, target: ["kv"] }] });
  expect(nodeOf(run, "spare").served).toBe(0);
  const broken = runOnce(design.replace("cpu=1 x1", "queue=0, cpu=1 x1").replace("fixed(0s)}[", "fixed(1000s)}["), {
    rate: 200,
    lasts: 50,
  });
  const { calls, fallbacks } = edgeOf(broken, "gateway", "app");
  expect(fallbacks).toBeGreaterThan(4500);
  expect(calls / (200 * 50)).toBeCloseTo(0.5, 1);
  expect(nodeOf(broken, "spare").served).toBe(fallbacks);
});

test("a sampled arrow takes its share of the requests, and the others go on without it", () => {
  const run = runOnce(`${OPEN} -> app:service{cpu=64 x1, time=fixed(10ms)}[sample=20%]`, { rate: 500, lasts: 100 });
  expect(run.availability).toBe(1);
  expect(nodeOf(run, "app").served / run.requests).toBeCloseTo(0.2, 2);
  expect(run.latency.mean).toBeCloseTo(0.002, 4);
});
