import { expect, test } from "vitest";
import { drain } from "./drain.ts";
import { erlangC } from "./formulas.ts";
import { nodeOf, plainWorld } from "./replicate.ts";
import { type Once, runOnce } from "./run-once.ts";

/** One run each, so long that chance is far below the two per cent that are asked for. */
const REQUESTS = 1_000_000;
const ROOM = "queue=1M";
const OPEN = "gateway{time=fixed(0s), cpu=64 x1}";

function steady(text: string, rate: number, more: Partial<Once> & { requests?: number } = {}) {
  const { requests = REQUESTS, ...once } = more;
  const lasts = (requests / rate) * 1.05;
  return runOnce(text, { rate, lasts, warmUp: lasts - requests / rate, seed: 4, ...once });
}

function agrees(measured: number, theory: number): void {
  expect(measured / theory).toBeGreaterThan(0.98);
  expect(measured / theory).toBeLessThan(1.02);
}

test.each([
  { cores: 2, rate: 100, requests: 2 * REQUESTS },
  { cores: 3, rate: 180, requests: 2 * REQUESTS },
  { cores: 8, rate: 560, requests: 2 * REQUESTS },
])("M/M/$cores at $rate a second", ({ cores, rate, requests }) => {
  const run = steady(`app:service{cpu=${cores} x1, time=exp(10ms), ${ROOM}}`, rate, { requests });
  const { wait, queue, utilisation } = nodeOf(run, "app");
  const waiting = erlangC(cores, rate / 100);
  agrees(wait.share, waiting);
  agrees(wait.mean, waiting / (cores * 100 - rate));
  agrees(queue.mean, (rate * waiting) / (cores * 100 - rate));
  agrees(utilisation, rate / 100 / cores);
});

test("the percentiles of M/M/1 are those of an exponential time", () => {
  const { latency } = steady(`app:service{cpu=1 x1, time=exp(10ms), ${ROOM}}`, 60);
  for (const [value, share] of [
    [latency.p50, 0.5],
    [latency.p90, 0.9],
    [latency.p99, 0.99],
  ] as const)
    agrees(value, -Math.log(1 - share) / 40);
});

test("three in a row: the times add up", () => {
  const part = (id: string, ms: number) => `${id}:service{cpu=1 x1, time=exp(${ms}ms), ${ROOM}}`;
  const run = steady(`${OPEN} -> ${part("a", 10)} -> ${part("b", 5)} -> ${part("c", 12)}`, 50);
  agrees(run.latency.mean, 1 / 50 + 1 / 150 + 1 / (1000 / 12 - 50));
});

test("a splitter makes two queues of their shares", () => {
  const part = (id: string) => `${id}:service{cpu=1 x1, time=exp(10ms), ${ROOM}}`;
  const run = steady(`${OPEN} -> half:splitter{share=30%, time=fixed(0s)} -> ${part("a")}\nhalf -> ${part("b")}`, 90);
  agrees(run.latency.mean, 0.3 / (100 - 27) + 0.7 / (100 - 63));
  agrees(nodeOf(run, "a").utilisation, 0.27);
  agrees(nodeOf(run, "b").utilisation, 0.63);
});

const behind = (policy: string, rate: number) =>
  steady(`lb:balancer{policy=${policy}, time=fixed(0s)} -> app:service{cpu=1 x2, time=exp(10ms), ${ROOM}}`, rate, {
    requests: REQUESTS / 2,
  }).latency.mean;

test("two replicas: at random they are two M/M/1, in turn two E2/M/1, and the shortest queue is between M/M/2 and both", () => {
  const rate = 120;
  const random = behind("random", rate);
  agrees(random, 1 / (100 - 60));
  // of an arrival at a replica, the share that finds it at work: s = (λ / (λ + μ (1 - s)))^2
  let s = 0.5;
  for (let step = 0; step < 200; step++) s = (rate / (rate + 100 * (1 - s))) ** 2;
  const turns = behind("round-robin", rate);
  agrees(turns, 1 / (100 * (1 - s)));
  const shortest = behind("least", rate);
  expect(shortest).toBeLessThan(turns * 0.95);
  expect(shortest).toBeGreaterThan(0.01 + erlangC(2, 1.2) / (200 - rate));
  expect(behind("two-choices", rate)).toBeLessThan(random * 0.95);
});

test("shards are queues of their own, each with its part of the keys", () => {
  agrees(
    steady(`${OPEN} -> kv{shards=3, replicas=1, cpu=1, time=exp(10ms), ${ROOM}}`, 165).latency.mean,
    1 / (100 - 55),
  );
});

test("requests that come in groups wait as many times as long as a group has members", () => {
  const run = steady(`app:service{cpu=1 x1, time=exp(10ms), ${ROOM}}`, 40, {
    traffic: { arrivals: "bursty" },
  });
  agrees(run.latency.mean, 4 / (100 - 40));
});

test("a room for three behind two servers: M/M/2/5", () => {
  const run = steady("app:service{cpu=2 x1, time=exp(10ms), queue=3}", 180);
  const weights = [1];
  for (let n = 1; n <= 5; n++) weights.push(((weights[n - 1] ?? 0) * 180) / (100 * Math.min(n, 2)));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const { refused, served } = nodeOf(run, "app");
  agrees(refused / served, (weights[5] ?? 0) / all);
});

test("a timeout with work that goes on leaves M/M/1 as it is: the share that gives up is the tail", () => {
  const run = steady(`${OPEN} -> app:service{cpu=1 x1, time=exp(10ms), ${ROOM}}[timeout=40ms, fallback=popular]`, 60);
  agrees(run.degraded, Math.exp(-40 * 0.04));
  agrees(nodeOf(run, "app").utilisation, 0.6);
});

test("a second copy after a while, where nothing queues", () => {
  const run = steady(`${OPEN} -> app:service{cpu=64 x8, time=exp(10ms)}[hedge=5ms]`, 1000);
  const both = Math.exp(-0.5);
  agrees(run.latency.mean, 0.01 * (1 - both) + 0.005 * both);
});

test("a cache node with a fixed time is M/D/1", () => {
  const run = steady(`${OPEN} -> cache{ops=100/s, time=fixed(0s), replicas=1}`, 60);
  agrees(nodeOf(run, "cache").wait.mean, 0.6 / (2 * 100 * 0.4));
});

test("grave requests first: two classes without pre-emption (Cobham)", () => {
  const [rate, grave] = [60, 0.3];
  const severities = [
    { share: 1 - grave, weight: 1 },
    { share: grave, weight: 5 },
  ];
  const sums = [0, 0];
  const counts = [0, 0];
  drain(
    `${OPEN} -> app:service{cpu=1 x1, time=exp(10ms), ${ROOM}}[priority=severity]`,
    plainWorld({ rate, severities }, { lasts: REQUESTS / rate }),
    {
      answer: (request, { sim: { requests, now } }) => {
        const severity = requests.severity[request] ?? 0;
        sums[severity] = (sums[severity] ?? 0) + now - (requests.arrivedAt[request] ?? 0);
        counts[severity] = (counts[severity] ?? 0) + 1;
      },
    },
  );
  const time = (severity: number) => (sums[severity] ?? 0) / (counts[severity] ?? 1);
  const left = 0.6 / 100;
  agrees(time(1), 0.01 + left / (1 - 0.6 * grave));
  agrees(time(0), 0.01 + left / (1 - 0.6 * grave) / (1 - 0.6));
});
