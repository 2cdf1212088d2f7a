import { expect, test } from "vitest";
import { drain } from "../engine/theory/drain.ts";
import { nodeOf, plainWorld } from "../engine/theory/replicate.ts";
import { edgeOf, meanBetween, runOnce } from "../engine/theory/run-once.ts";

test("a rate limit lets so many a second in", () => {
  for (const limit of [1, 5, 100]) {
    const run = runOnce(`gateway{limit=${limit}/s, time=fixed(0s)}`, { rate: 200, lasts: 500, warmUp: 10 });
    expect(run.throughput / limit).toBeCloseTo(1, 1);
  }
});

test("a provider answers as many a second as its quota says", () => {
  for (const quota of [1, 5, 100]) {
    const run = runOnce(`gateway{time=fixed(0s)} -> provider{quota=${quota}/s, time=fixed(1ms)}`, {
      rate: 200,
      lasts: 500,
      warmUp: 10,
    });
    expect(run.throughput / quota).toBeCloseTo(1, 1);
  }
});

test("a gateway sheds what is above its number in flight, the least grave first", () => {
  const severities = [
    { share: 0.7, weight: 1 },
    { share: 0.3, weight: 9 },
  ];
  const run = runOnce("gateway{time=fixed(0s), shed=20} -> app:service{cpu=10 x1, time=exp(100ms), queue=1k}", {
    rate: 200,
    lasts: 200,
    traffic: { severities },
  });
  const app = nodeOf(run, "app");
  expect(app.queue.max).toBeLessThanOrEqual(10);
  expect(app.utilisation).toBeGreaterThan(0.97);
  expect(run.availability).toBeCloseTo(0.5, 1);
});

test("after every kind of end nothing is left in flight at a gateway: it lets in again what it let in before", () => {
  const world = plainWorld(
    { rate: 300, patience: { timeout: 0.05, retries: 1 } },
    {
      lasts: 30,
      faults: [
        { id: "a", kind: "node-loss", title: "gateways are lost", at: 5, lasts: 1, size: 1, target: ["gateway"] },
        { id: "b", kind: "node-loss", title: "the app is lost", at: 8, lasts: 1, size: 1, target: ["service"] },
        {
          id: "c",
          kind: "slow-dependency",
          title: "the app is slow",
          at: 12,
          lasts: 3,
          size: 100,
          target: ["service"],
        },
      ],
    },
  );
  const text = `gateway{time=exp(1ms), cpu=1 x2, queue=3, shed=12, limit=290/s} -> app:service{cpu=8 x2, time=exp(3ms), queue=4}[timeout=20ms, retry=1]`;
  const { outcomes, leaked } = drain(text, world);
  expect(leaked).toEqual({ requests: 0, calls: 0, legs: 0 });
  const late = outcomes.bins.slice(20, 30);
  const failed = late.reduce((sum, bin) => sum + bin.failed, 0) / late.reduce((sum, bin) => sum + bin.answered, 0);
  expect(failed).toBeLessThan(0.1);
});

test("what is over a quota is refused, what an outage takes has failed", () => {
  const run = runOnce("gateway{time=fixed(0s)} -> provider{quota=50/s, time=fixed(1ms)}", {
    rate: 100,
    lasts: 100,
    faults: [{ kind: "provider-outage", at: 50, size: 0.5 }],
  });
  const { refused, failed } = nodeOf(run, "provider");
  expect(refused / run.requests).toBeCloseTo(0.5, 1);
  expect(failed / run.requests).toBeCloseTo(0.125, 1);
});

test("a query of an index waits for the last of its shards", () => {
  const run = runOnce("gateway{time=fixed(0s)} -> index:vectors{shards=2, replicas=1, cpu=1, recall=0.99}", {
    rate: 230,
    lasts: 100,
  });
  const { wait, time, utilisation } = nodeOf(run, "index");
  expect(utilisation).toBeGreaterThan(0.5);
  expect(wait.share).toBeGreaterThan(0.5);
  expect(wait.mean).toBeLessThan(time.mean);
  expect(wait.mean).toBeGreaterThan(time.mean / 5);
});

test("a provider that hangs keeps its callers; one that is down says so at once", () => {
  const outage = (hangs: boolean, policy = "") =>
    runOnce(`gateway{time=fixed(0s)} -> provider{quota=1k/s, time=fixed(100ms)}${policy}`, {
      rate: 50,
      lasts: 120,
      faults: [{ kind: "provider-outage", at: 30, lasts: 40, hangs }],
    });
  const down = outage(false);
  expect(meanBetween(down, down.series.failed, 31, 70)).toBe(1);
  expect(meanBetween(down, down.series.failed, 72, 120)).toBe(0);
  const hanging = outage(true);
  // who asked at the end of the outage hears of it half a minute later
  expect(meanBetween(hanging, hanging.series.failed, 72, 99)).toBeGreaterThan(0.4);
  expect(meanBetween(hanging, hanging.series.failed, 102, 120)).toBe(0);
  const guarded = outage(true, "[timeout=300ms, fallback=popular]");
  expect(guarded.availability).toBe(1);
  expect(guarded.latency.max).toBeCloseTo(0.3, 6);
  expect(edgeOf(guarded, "gateway", "provider").fallbacks).toBeGreaterThan(1900);
});

test("a hang that outlasts the run counts as failures of those who had to leave", () => {
  const world = { slo: { latency: 0.2, availability: 0.99 } };
  const run = runOnce("gateway{time=fixed(0s)} -> provider{quota=1k/s, time=fixed(100ms)}", {
    rate: 50,
    lasts: 60,
    faults: [{ kind: "provider-outage", at: 30, hangs: true }],
    world,
  });
  expect(run.availability).toBeCloseTo(0.5, 1);
  expect(meanBetween(run, run.series.failed, 35, 58)).toBe(1);
  expect(run.incidents[0]?.recoveredAfter).toBeNull();
});

test("autoscaling adds replicas when servers are busy, after their lag, and not for chance peaks", () => {
  const scaled = (rate: number) =>
    runOnce("gateway{time=fixed(0s)} -> app:service{cpu=4 x4, time=exp(40ms), scale=20, lag=30s, queue=1M}", {
      rate,
      lasts: 300,
      faults: [{ kind: "traffic-peak", at: 100, size: 3 }],
    });
  const peak = scaled(160);
  const { utilisation } = nodeOf(peak, "app").series;
  expect(meanBetween(peak, utilisation, 105, 125)).toBeGreaterThan(0.99);
  expect(meanBetween(peak, utilisation, 250, 300)).toBeLessThan(0.75);
  // 0.5 of sixteen servers: more than eleven at once now and then, seldom for seconds
  const calm = runOnce("gateway{time=fixed(0s)} -> app:service{cpu=4 x4, time=exp(40ms), scale=20, lag=5s, queue=1M}", {
    rate: 200,
    lasts: 600,
  });
  expect(meanBetween(calm, nodeOf(calm, "app").series.utilisation, 500, 600)).toBeGreaterThan(0.47);
});
