import { expect, test } from "vitest";
import { batchingTime, bulkQueue, cheHitRate, erlangA, forkJoinOfTwo, retrialOrbit } from "./formulas.ts";
import { inside, nodeOf, replicate } from "./replicate.ts";

const ROOM = "queue=1M";
/** An entrance that takes no time. */
const OPEN = "gateway{time=fixed(0s), cpu=64 x1}";

test("Erlang A: impatient cases leave a review as the birth and death process says", () => {
  const found = replicate(
    { design: `${OPEN} -> review{people=8, time=exp(60s), patience=90s}`, rate: 0.15, requests: 20_000 },
    (run) => ({ left: nodeOf(run, "review").extra.left ?? 0, wait: nodeOf(run, "review").wait.mean }),
  );
  const theory = erlangA({ arrivals: 0.15, serves: 1 / 60, servers: 8, leaves: 1 / 90 });
  expect(inside(found.left, theory.leavingShare)).toBe("inside");
  expect(inside(found.wait, theory.meanWait)).toBe("inside");
});

test("Jackson: two queues with feedback, each as if it were alone at its own rate", () => {
  const design = `${OPEN} -> a:service{cpu=1 x1, time=exp(10ms), ${ROOM}}
a -> b:service{cpu=1 x1, time=exp(8ms), ${ROOM}}
b -> again:queue{time=fixed(0s), partitions=1k}[sample=30%]
again -> a`;
  const found = replicate({ design, rate: 56, requests: 60_000 }, (run) => ({
    a: nodeOf(run, "a").queue.mean,
    b: nodeOf(run, "b").queue.mean,
  }));
  const through = 56 / 0.7;
  const waiting = (load: number) => load ** 2 / (1 - load);
  expect(inside(found.a, waiting(through / 100))).toBe("inside");
  expect(inside(found.b, waiting(through / 125))).toBe("inside");
});

test("bulk service: a server that takes up to eight at once", () => {
  const found = replicate(
    {
      design: "ranker{gpu=L4 x1, time=exp(10ms), batch=8, wait=0s, queue=1M}",
      rate: 500,
      requests: 60_000,
    },
    (run) => ({ waiting: nodeOf(run, "ranker").queue.mean }),
  );
  expect(inside(found.waiting, bulkQueue({ arrivals: 500, serves: 100, most: 8 }))).toBe("inside");
});

test("dynamic batching: a time that grows with the batch", () => {
  const found = replicate(
    { design: "ranker{gpu=L4 x1, batch=4k, wait=0s, candidates=500, queue=1M}", rate: 700, requests: 60_000 },
    (run) => ({ time: run.latency.mean }),
  );
  expect(inside(found.time, batchingTime({ arrivals: 700, each: 0.001, overhead: 0.000_26 }))).toBe("inside");
});

test("retrials: who is turned away comes again after a while", () => {
  const design = `${OPEN} -> app:service{cpu=1 x1, time=exp(10ms), queue=0}[retry=1000, backoff=50ms, growth=1]`;
  const found = replicate({ design, rate: 60, requests: 40_000 }, (run) => ({
    orbit: run.throughput * run.latency.mean - nodeOf(run, "app").utilisation,
  }));
  expect(inside(found.orbit, retrialOrbit({ arrivals: 60, serves: 100, retries: 20 }))).toBe("inside");
});

test("fork and join: two halves of one request", () => {
  const half = `service{cpu=1 x1, time=exp(10ms), ${ROOM}}`;
  const found = replicate({ design: `${OPEN} -> a:${half} & b:${half}`, rate: 70, requests: 60_000 }, (run) => ({
    time: run.latency.mean,
  }));
  expect(inside(found.time, forkJoinOfTwo(70, 100))).toBe("inside");
});

test("a cache under Zipf: Che's approximation of the hit rate", () => {
  const design = `${OPEN} -> cache{memory=1MB, ttl=0s, ops=1000M/s, time=fixed(0s), replicas=1} -> app:service{cpu=64 x1, time=fixed(0s)}`;
  const found = replicate(
    { design, rate: 1000, requests: 40_000, traffic: { keys: { count: 20_000, zipf: 0.8, bytes: 1000 } } },
    (run) => ({ hit: nodeOf(run, "cache").extra.hit ?? 0 }),
  );
  // an approximation: within half a point
  expect(Math.abs(found.hit.mean - cheHitRate({ keys: 20_000, exponent: 0.8, places: 1000 }))).toBeLessThan(0.005);
});
