import { expect, test } from "vitest";
import { CircuitBreaker } from "./circuit-breaker.ts";
import { RandomStream } from "./random-stream.ts";
import { edgeOf, meanBetween, runOnce } from "./theory/run-once.ts";

/** Calls at a rate, of which those between two times fail; when the breaker let calls through. */
function observe({ rate, from, to, lasts, seed }: Record<"rate" | "from" | "to" | "lasts" | "seed", number>) {
  const breaker = new CircuitBreaker(0.5);
  const random = new RandomStream(seed, "breaker");
  const through: number[] = [];
  for (let call = 0; call < lasts * rate; call++) {
    const at = call / rate;
    if (!breaker.lets(at, random)) continue;
    through.push(at);
    breaker.record(at, at < from || at >= to);
  }
  return (since: number, until: number) =>
    through.filter((at) => at >= since && at < until).length / ((until - since) * rate);
}

test("too many failures in a second open it; then it lets nothing through for five seconds", () => {
  const share = observe({ rate: 200, from: 10, to: 12, lasts: 60, seed: 1 });
  expect(share(0, 10)).toBe(1);
  expect(share(11, 15)).toBe(0);
});

test.each([25, 100, 1000])("at %i calls a second it closes again soon after calls succeed", (rate) => {
  for (let seed = 1; seed <= 20; seed++) {
    const share = observe({ rate, from: 10, to: 20, lasts: 100, seed });
    expect(share(12, 15)).toBe(0);
    expect(share(50, 100)).toBeGreaterThan(0.95);
  }
});

test("a slow dependency opens the breaker of its arrow, and after it calls go there again", () => {
  const run = runOnce(
    "gateway{time=fixed(0s)} -> app:service{cpu=64 x1, time=exp(5ms)}[timeout=50ms, breaker=50%, fallback=popular]",
    { rate: 100, lasts: 120, faults: [{ kind: "slow-dependency", at: 30, lasts: 30, size: 100, target: ["service"] }] },
  );
  expect(edgeOf(run, "gateway", "app").refusedByBreaker).toBeGreaterThan(0.15);
  const { p50 } = run.series;
  expect(meanBetween(run, p50, 35, 60)).toBe(0);
  expect(meanBetween(run, p50, 80, 120)).toBeGreaterThan(0.002);
});
