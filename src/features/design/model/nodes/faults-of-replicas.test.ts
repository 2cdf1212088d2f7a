import { expect, test } from "vitest";
import { nodeOf } from "../engine/theory/replicate.ts";
import { meanBetween, type Once, runOnce } from "../engine/theory/run-once.ts";

const OPEN = "gateway{time=fixed(0s), cpu=64 x1}";
const LOSS = { kind: "node-loss", at: 20, lasts: 20, size: 0.5, target: ["service"] };
const failedDuring = (text: string, more: Partial<Once> = {}) => {
  const run = runOnce(text, { rate: 200, lasts: 60, faults: [LOSS], ...more });
  const { failed } = run.series;
  return {
    soon: meanBetween(run, failed, 20, 22),
    later: meanBetween(run, failed, 30, 40),
    after: meanBetween(run, failed, 45, 60),
  };
};

test("without a balancer calls go to lost replicas until they are back; with one, until it notices", () => {
  const alone = failedDuring(`${OPEN} -> app:service{cpu=8 x4, time=exp(2ms)}`);
  expect(alone.later).toBeCloseTo(0.5, 1);
  expect(alone.after).toBe(0);
  const balanced = failedDuring(`${OPEN} -> lb:balancer{health=3s} -> app:service{cpu=8 x4, time=exp(2ms)}`);
  expect(balanced.soon).toBeGreaterThan(0.3);
  expect(balanced.later).toBe(0);
  expect(balanced.after).toBe(0);
});

test("a lost zone takes everything where there is one, half where there are two", () => {
  const lost = (zones: number) =>
    failedDuring(`${OPEN} -> app:service{cpu=8 x4, zones=${zones}, time=exp(2ms)}`, {
      faults: [{ ...LOSS, kind: "zone-loss" }],
    });
  expect(lost(1).later).toBe(1);
  expect(lost(2).later).toBeCloseTo(0.5, 1);
});

test("a store's clients know which replicas live", () => {
  const kv = failedDuring(`${OPEN} -> kv{shards=3, replicas=2, cpu=8, zones=2, time=exp(2ms)}`, {
    faults: [{ ...LOSS, kind: "zone-loss", target: ["kv"] }],
  });
  expect(kv.later).toBe(0);
});

test.each([
  ["a service", "app:service{cpu=8 x1, time=fixed(2s)}", "service"],
  ["a batch", "app:ranker{gpu=L4 x1, batch=8, time=fixed(2s), wait=0s}", "ranker"],
  ["a language model", "app:llm{gpu=A100 x1, batch=64, output=2000, prompt=10}", "llm"],
])("what %s was at work on when its replica was lost has failed, however soon it is back", (_, app, type) => {
  const run = runOnce(`${OPEN} -> ${app}`, {
    rate: 1,
    lasts: 40,
    faults: [{ kind: "node-loss", at: 20, lasts: 0.01, size: 1, target: [type] }],
  });
  expect(nodeOf(run, "app").failed).toBeGreaterThan(0);
});

test("a call to a shard that is lost comes back without its part, or fails where parts do not count", () => {
  const partial = (on: string) =>
    failedDuring(`${OPEN} -> index:vectors{shards=4, replicas=1, cpu=8, partial=${on}}`, {
      faults: [{ ...LOSS, target: ["vectors"] }],
    });
  expect(partial("on").later).toBe(0);
  expect(partial("off").later).toBe(1);
  expect(partial("off").after).toBe(0);
});

test("two faults that overlap end each at its own time", () => {
  const slow = (at: number, lasts: number) => ({ kind: "slow-dependency", at, lasts, size: 20, target: ["service"] });
  const run = runOnce(`${OPEN} -> app:service{cpu=64 x4, time=fixed(5ms)}`, {
    rate: 100,
    lasts: 100,
    faults: [
      slow(10, 70),
      slow(30, 10),
      { kind: "traffic-peak", at: 50, lasts: 30, size: 3 },
      { kind: "traffic-peak", at: 55, lasts: 5, size: 2 },
    ],
  });
  expect(meanBetween(run, run.series.p50, 45, 75)).toBeCloseTo(0.1, 2);
  expect(meanBetween(run, run.series.p50, 85, 100)).toBeCloseTo(0.005, 3);
  expect(meanBetween(run, run.series.rate, 65, 75) / 300).toBeCloseTo(1, 1);
  expect(meanBetween(run, run.series.rate, 85, 95) / 100).toBeCloseTo(1, 1);
});

test("overlapping losses: the nodes of the longer stay lost when the shorter ends", () => {
  const run = runOnce(`${OPEN} -> app:service{cpu=8 x4, zones=2, time=exp(2ms)}`, {
    rate: 200,
    lasts: 60,
    faults: [LOSS, { ...LOSS, kind: "zone-loss", at: 25, lasts: 5 }],
  });
  expect(meanBetween(run, run.series.failed, 26, 29)).toBeCloseTo(0.75, 1);
  expect(meanBetween(run, run.series.failed, 32, 38)).toBeCloseTo(0.5, 1);
});

test("a fault that begins before the warm-up ends goes on after it", () => {
  const run = runOnce(`${OPEN} -> app:service{cpu=8 x4, zones=1, time=exp(2ms)}`, {
    rate: 200,
    lasts: 60,
    warmUp: 30,
    faults: [{ ...LOSS, kind: "zone-loss" }],
  });
  expect(run.availability).toBeCloseTo(2 / 3, 1);
  expect(run.incidents[0]?.recoveredAfter).toBeLessThan(2);
});
