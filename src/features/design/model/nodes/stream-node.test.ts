import { expect, test } from "vitest";
import { nodeOf } from "../engine/theory/replicate.ts";
import { runOnce } from "../engine/theory/run-once.ts";

const CLICKS = "gateway{time=fixed(0s)} -> log:queue -> clicks:stream{workers=2, rate=100/s}";

test("a stream that keeps up is a second behind; one that does not falls back by what it cannot read", () => {
  const calm = nodeOf(runOnce(CLICKS, { rate: 100, lasts: 60 }), "clicks");
  expect(calm.extra.worstLag).toBeLessThan(1.2);
  expect(calm.utilisation).toBeCloseTo(0.5, 1);
  // 100 events a second too many, for a minute, at 200 a second
  const behind = nodeOf(runOnce(CLICKS, { rate: 300, lasts: 60 }), "clicks");
  expect((behind.extra.lag ?? 0) / (1 + (60 * 100) / 200)).toBeCloseTo(1, 1);
  expect(behind.utilisation).toBe(1);
});

test("after a peak it catches up with the capacity that it has to spare", () => {
  const run = runOnce(CLICKS, {
    rate: 100,
    lasts: 120,
    faults: [{ kind: "traffic-peak", at: 20, lasts: 20, size: 4 }],
  });
  const { extra } = nodeOf(run, "clicks");
  // twenty seconds at 200 a second too many are 4,000 events: twenty seconds at its rate
  expect((extra.worstLag ?? 0) / 21).toBeCloseTo(1, 1);
  // and are read in 40 seconds, by half of its rate
  expect(extra.lag).toBeLessThan(1.2);
});

test("a slow stream lags, and a late source adds its lateness", () => {
  const slow = runOnce(CLICKS, {
    rate: 100,
    lasts: 60,
    faults: [{ kind: "slow-dependency", at: 20, lasts: 20, size: 4, target: ["stream"] }],
  });
  expect(nodeOf(slow, "clicks").extra.worstLag).toBeGreaterThan(15);
  const late = runOnce(CLICKS, { rate: 100, lasts: 60, faults: [{ kind: "late-data", at: 20, size: 300 }] });
  expect(nodeOf(late, "clicks").extra.lag).toBeGreaterThan(300);
});
