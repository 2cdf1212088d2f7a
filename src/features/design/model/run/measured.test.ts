import { expect, test } from "vitest";
import { nodeOf, plainWorld } from "../engine/theory/replicate.ts";
import { meanBetween, runOnce } from "../engine/theory/run-once.ts";
import { parseDesign } from "../language/parse-design.ts";
import { costOf } from "./cost.ts";
import { judgeObjectives } from "./objectives.ts";

const APP = "app:service{cpu=64 x1, time=fixed(10ms)}";

test.each([0.5, 2, 7, 300])("at %d requests a second the latency is that of the time after the warm-up", (rate) => {
  const run = runOnce(APP, {
    rate,
    lasts: 100,
    warmUp: 35,
    faults: [{ kind: "slow-dependency", at: 0, lasts: 34, size: 30 }],
  });
  expect(run.latency.p50).toBeCloseTo(0.01, 4);
  expect(run.latency.max).toBeCloseTo(0.01, 6);
  expect(run.throughput / rate).toBeGreaterThan(0.7);
  expect(run.bin).toBeLessThanOrEqual(100);
});

test("requests that a client gave up count as failed, at the time at which it did", () => {
  const run = runOnce(APP, {
    rate: 100,
    lasts: 60,
    traffic: { patience: { timeout: 0.1, retries: 2 } },
    faults: [{ kind: "slow-dependency", at: 20, lasts: 20, size: 50 }],
    world: { slo: { latency: 0.05, availability: 0.99 } },
  });
  expect(run.availability).toBeCloseTo(2 / 3, 1);
  expect(meanBetween(run, run.series.failed, 22, 39)).toBe(1);
  expect(meanBetween(run, run.series.failed, 42, 60)).toBe(0);
});

test("a hang is bad from the moment at which clients would have left, and over when it is over", () => {
  const run = runOnce("gateway{time=fixed(0s)} -> provider{quota=1k/s, time=fixed(20ms)}", {
    rate: 100,
    lasts: 120,
    faults: [{ kind: "provider-outage", at: 30, lasts: 20, hangs: true }],
    world: { slo: { latency: 0.1, availability: 0.99 } },
  });
  expect(meanBetween(run, run.series.failed, 32, 50)).toBe(1);
  expect(meanBetween(run, run.series.failed, 53, 120)).toBe(0);
  expect(run.incidents[0]?.recoveredAfter).toBeLessThan(4);
});

const objective = (metric: string, more: object) => ({ id: metric, title: metric, scenario: "run", metric, ...more });

test("an objective with a fault is measured in the fault's time", () => {
  const { objectives } = {
    ...plainWorld({ rate: 1 }, { lasts: 1, faults: [{ id: "fault-0", kind: "node-loss", title: "a loss", at: 0 }] }),
    objectives: [
      objective("p99", { fault: "fault-0", atMost: 0.05 }),
      objective("p50", { atMost: 0.05 }),
      objective("availability", { fault: "fault-0", atLeast: 0.5 }),
      objective("recovery", { fault: "fault-0", atMost: 10 }),
      objective("blast", { fault: "fault-0", atMost: 0.01 }),
      objective("detection", { fault: "fault-0", atMost: 60 }),
    ],
  };
  const run = runOnce(`${APP}\nmonitor{watch=latency, every=15s} -> app`, {
    rate: 100,
    lasts: 120,
    faults: [{ kind: "slow-dependency", at: 60, lasts: 30, size: 20 }],
    world: { slo: { latency: 0.1, availability: 0.99 } },
  });
  const judged = judgeObjectives(objectives as Parameters<typeof judgeObjectives>[0], {
    scenarios: [run],
    cost: { dollarsPerMonth: 0, parts: [] },
  });
  const [p99, p50, availability, recovery, blast, detection] = judged;
  expect(p99?.value).toBeCloseTo(0.2, 2);
  expect(p99?.met).toBe(false);
  expect(p50?.value).toBeCloseTo(0.01, 3);
  expect(availability?.value).toBe(1);
  expect(recovery?.met).toBe(true);
  expect(blast?.met).toBe(true);
  // the bin that is bad first has ended when the monitor looks next
  expect(detection?.value).toBe(15);
});

test("a monitor of scores notices a bad model although every request is answered", () => {
  const detecting = plainDetection();
  const run = runOnce("gateway -> scorer{size=small, block>0.9}\nmonitor{watch=scores, every=1m, psi=0.1} -> scorer", {
    rate: 200,
    lasts: 600,
    faults: [{ kind: "bad-model", at: 300, size: 0.6 }],
    world: detecting,
  });
  const [incident] = run.incidents;
  expect(incident?.detectedBy).toBe("scores");
  expect(incident?.detectedAfter).toBeLessThanOrEqual(120);
  const calm = runOnce("gateway -> scorer{size=small, block>0.9}\nmonitor{watch=scores, every=1m, psi=0.1} -> scorer", {
    rate: 200,
    lasts: 600,
    faults: [{ kind: "slow-dependency", at: 300, size: 1 }],
    world: detecting,
  });
  expect(calm.incidents[0]?.detectedAfter).toBeNull();
});

test("cost is that of the machines for a month, and of calls at half the peak", () => {
  const { design } = parseDesign("gateway{cpu=4 x2} -> app:service{cpu=8 x3} -> provider{price=0.001}");
  const world = plainWorld({ rate: 10 }, { lasts: 10 });
  const { dollarsPerMonth, parts } = costOf(
    design,
    world,
    new Map([["provider", { perSecond: 10, replicas: undefined }]]),
  );
  const cores = (count: number) => count * 0.045 * 730;
  const of = (id: string) => parts.find(({ node }) => node === id)?.dollarsPerMonth;
  expect(of("gateway")).toBeCloseTo(cores(8), 6);
  expect(of("app")).toBeCloseTo(cores(24), 6);
  expect(of("provider")).toBeCloseTo(0.5 * 10 * 730 * 3600 * 0.001, 3);
  expect(dollarsPerMonth).toBeCloseTo(
    parts.reduce((sum, part) => sum + part.dollarsPerMonth, 0),
    6,
  );
  expect(nodeOf(runOnce("app:service", { rate: 10, lasts: 10 }), "app").dollarsPerMonth).toBe(0);
});

function plainDetection() {
  const signal = {
    sizes: { small: 1, medium: 1, large: 1 },
    provider: 1,
    unranked: 1,
    drift: { perDay: 0, shows: 2 },
    fallbacks: { default: 1, popular: 1, stale: 1, partial: 1 },
  };
  const detection = {
    positives: 0.4,
    dPrime: { scorer: 3 },
    correlation: 0.4,
    rules: { catches: 0.2, wrongly: 0.01, withVelocity: 0.3 },
    attackSeen: { rules: 0.35, scorer: 0.35, llm: 0.35 },
  };
  return { task: "detection" as const, signal, detection };
}
