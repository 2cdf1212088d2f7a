import { expect, test } from "vitest";
import { nodeOf } from "../engine/theory/replicate.ts";
import { edgeOf, meanBetween, runOnce } from "../engine/theory/run-once.ts";

const OPEN = "gateway{time=fixed(0s), cpu=64 x1}";
const KEYS = { keys: { count: 1000, zipf: 1, bytes: 1000 } };
const CACHE = "cache{memory=1MB, ttl=1h, time=fixed(0s), ops=1000M/s, replicas=1";
const FLUSH = { kind: "cache-flush", at: 30 };

test("after a flush every copy of a miss goes behind the cache; coalesced, one does", () => {
  const flushed = (coalesce: string) => {
    const run = runOnce(`${OPEN} -> ${CACHE}, coalesce=${coalesce}} -> app:service{cpu=64 x8, time=fixed(500ms)}`, {
      rate: 400,
      lasts: 40,
      warmUp: 29,
      traffic: KEYS,
      faults: [FLUSH],
    });
    return { calls: edgeOf(run, "cache", "app").calls, coalesced: nodeOf(run, "cache").extra.coalesced ?? 0 };
  };
  const alone = flushed("off");
  const together = flushed("on");
  expect(alone.coalesced).toBe(0);
  expect(together.coalesced).toBeGreaterThan(80);
  expect(alone.calls - together.calls).toBeGreaterThan(80);
  // nobody asks twice for one key
  expect(together.calls).toBeLessThanOrEqual(1000);
});

test("a coalesced fetch that fails fails for all who wait, and the next one fetches anew", () => {
  const run = runOnce(`${OPEN} -> ${CACHE}, coalesce=on} -> app:service{cpu=64 x8, time=fixed(500ms)}[timeout=100ms]`, {
    rate: 400,
    lasts: 20,
    traffic: { keys: { count: 10, zipf: 0, bytes: 1000 } },
    faults: [{ kind: "cache-flush", at: 5 }],
  });
  expect(meanBetween(run, run.series.failed, 0, 5)).toBe(0);
  expect(meanBetween(run, run.series.failed, 6, 20)).toBe(1);
  // each of ten keys ten times a second
  expect(edgeOf(run, "cache", "app").calls / 15 / 100).toBeCloseTo(1, 0);
});

test("what stands in for a coalesced fetch that failed is worth what it is worth for one that waited", () => {
  const run = runOnce(
    `${OPEN} -> front:service{time=fixed(0s)}
front -> ${CACHE}, coalesce=on}[fallback=popular] -> app:service{cpu=64 x8, time=fixed(100ms)}[timeout=50ms]`,
    {
      rate: 400,
      lasts: 20,
      traffic: { keys: { count: 10, zipf: 0, bytes: 1000 } },
      faults: [{ kind: "cache-flush", at: 0 }],
      world: { signal: WORTH },
    },
  );
  expect(run.degraded).toBeCloseTo(1, 2);
  expect(run.quality).toBeCloseTo(0.4, 2);
});

const WORTH = {
  sizes: { small: 1, medium: 1, large: 1 },
  provider: 1,
  unranked: 0.7,
  drift: { perDay: 0, shows: 2 },
  fallbacks: { default: 1, popular: 0.4, stale: 0.8, partial: 1 },
};

test("stale answers stand in for what failed, but not for what a flush has taken", () => {
  const run = (flushed: "flushed" | "kept") =>
    runOnce(
      `${OPEN} -> cache{memory=1MB, ttl=1s, time=fixed(0s), stale=on} -> app:service{cpu=64 x2, time=fixed(1ms)}`,
      {
        rate: 400,
        lasts: 40,
        traffic: { keys: { count: 50, zipf: 0, bytes: 1000 } },
        faults: [
          { kind: "node-loss", at: 20, size: 1, target: ["service"] },
          ...(flushed === "flushed" ? [{ kind: "cache-flush", at: 20.01 }] : []),
        ],
      },
    );
  const kept = run("kept");
  expect(kept.availability).toBe(1);
  expect(kept.degraded).toBeGreaterThan(0.4);
  const flushed = run("flushed");
  expect(meanBetween(flushed, flushed.series.failed, 25, 40)).toBe(1);
});

test("a cache aside holds what was answered, not what was asked", () => {
  const aside = (app: string) =>
    runOnce(
      `${OPEN} -> front:service{time=fixed(0s)}
front -> ${CACHE}}
front -> app:service{cpu=64 x8, ${app}`,
      {
        rate: 400,
        lasts: 40,
        warmUp: 20,
        traffic: { keys: { count: 100, zipf: 0, bytes: 1000 } },
        faults: [{ kind: "cache-flush", at: 5 }],
      },
    );
  const works = aside("time=fixed(10ms)}");
  expect(nodeOf(works, "cache").extra.hit).toBeGreaterThan(0.99);
  expect(works.latency.p50).toBe(0);
  const fails = aside("time=fixed(10s)}[timeout=10ms]");
  expect(nodeOf(fails, "cache").extra.hit).toBe(0);
});

test("entries that were there before do not all age at the same time", () => {
  const run = runOnce(
    `${OPEN} -> cache{memory=10MB, ttl=10s, time=fixed(0s), ops=1000M/s} -> app:service{cpu=64 x8, time=fixed(100ms)}`,
    {
      rate: 1000,
      lasts: 30,
      traffic: { keys: { count: 500, zipf: 0, bytes: 1000 } },
    },
  );
  const behind = nodeOf(run, "app").series.utilisation.map((each) => each ?? 0);
  expect(Math.max(...behind) / meanBetween(run, behind, 0, 30)).toBeLessThan(2);
});

test("a hot key meets one node: the others cannot help it", () => {
  const hot = (replicas: number) =>
    runOnce(`${OPEN} -> cache{memory=1MB, ttl=0s, ops=1k/s, time=fixed(0s), replicas=${replicas}}`, {
      rate: 2000,
      lasts: 40,
      traffic: { keys: { count: 1000, zipf: 0, bytes: 1000 } },
      faults: [{ kind: "hot-key", at: 20, size: 0.7 }],
    });
  const run = hot(8);
  expect(meanBetween(run, run.series.p99, 5, 20)).toBeLessThan(0.005);
  expect(meanBetween(run, run.series.p50, 35, 40)).toBeGreaterThan(1);
  expect(meanBetween(run, hot(32).series.p50, 35, 40)).toBeGreaterThan(1);
});

test("what a lost cache node held is a miss, and is gone when the node is back", () => {
  const run = runOnce(
    `${OPEN} -> cache{memory=10MB, ttl=0s, ops=1000M/s, time=fixed(0s), replicas=2} -> app:service{cpu=64 x8, time=fixed(10ms)}`,
    {
      rate: 1000,
      lasts: 60,
      traffic: { keys: { count: 500, zipf: 0, bytes: 1000 } },
      faults: [{ kind: "node-loss", at: 20, lasts: 20, size: 0.5, target: ["cache"] }],
    },
  );
  const behind = nodeOf(run, "app").series.utilisation.map((each) => ((each ?? 0) * 512) / 10);
  expect(meanBetween(run, behind, 10, 20)).toBe(0);
  expect(meanBetween(run, behind, 22, 38)).toBeCloseTo(0.5, 1);
  expect(meanBetween(run, behind, 40, 41)).toBeGreaterThan(0.1);
  expect(meanBetween(run, behind, 50, 60)).toBe(0);
});
