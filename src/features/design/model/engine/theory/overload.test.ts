import { expect, test } from "vitest";
import { nodeOf } from "./replicate.ts";
import { edgeOf, meanBetween, runOnce } from "./run-once.ts";

/**
 * Metastable failure (Bronson et al. 2021; Huang et al., OSDI'22): a load that a system carries with ease keeps it down
 * once a spike has filled its queues, because what nobody waits for any more is worked on and asked for again.
 */
const SPIKE = { kind: "traffic-peak", at: 60, lasts: 15, size: 3 };

function afterSpike({
  gateway = "",
  policy = "",
  seed = 1,
  patience = {},
}: Record<"gateway" | "policy", string> & { seed: number; patience: Record<string, unknown> }) {
  const run = runOnce(
    `gateway{time=fixed(0s), cpu=64 x1${gateway}} -> app:service{cpu=2 x1, time=exp(10ms), queue=200}[timeout=200ms${policy}]`,
    {
      rate: 140,
      lasts: 240,
      warmUp: 10,
      faults: [SPIKE],
      traffic: patience,
      world: { slo: { latency: 0.4, availability: 0.99 } },
      seed,
    },
  );
  const [incident] = run.incidents;
  if (!incident) throw new Error("a spike is an incident");
  return { run, incident, failed: (from: number, to: number) => meanBetween(run, run.series.failed, from, to) };
}

const plain = { gateway: "", policy: "", patience: {} };

test.each([1, 2, 3])("retries keep a system down long after the spike (seed %i)", (seed) => {
  const { run, incident, failed } = afterSpike({ ...plain, policy: ", retry=3", seed });
  expect(failed(20, 60)).toBeLessThan(0.001);
  expect(failed(100, 240)).toBeGreaterThan(0.9);
  expect(incident.metastable).toBe(true);
  expect(incident.recoveredAfter).toBeNull();
  // as busy as can be, for nobody
  expect(meanBetween(run, nodeOf(run, "app").series.utilisation, 100, 240)).toBeGreaterThan(0.99);
});

test.each([
  ["no retries", { policy: "" }],
  ["a budget of retries", { policy: ", retry=3, budget=10%" }],
  ["shedding at the entrance", { policy: ", retry=3", gateway: ", shed=30" }],
  ["a circuit breaker", { policy: ", retry=3, breaker=50%" }],
])("%s brings it back within seconds", (_, part) => {
  for (const seed of [1, 2, 3]) {
    const { incident, failed } = afterSpike({ ...plain, ...part, seed });
    expect(incident.metastable).toBe(false);
    expect(incident.recoveredAfter).toBeLessThan(30);
    expect(failed(120, 240)).toBeLessThan(0.005);
  }
});

test("clients that ask again keep it down as well as retries of our own do", () => {
  const impatient = afterSpike({ ...plain, policy: "", patience: { patience: { timeout: 0.2, retries: 4 } }, seed: 1 });
  expect(impatient.incident.metastable).toBe(true);
  const patient = afterSpike({ ...plain, policy: "", patience: { patience: { timeout: 0.2, retries: 0 } }, seed: 1 });
  expect(patient.incident.metastable).toBe(false);
});

test("retries multiply the load of a system that is down by their number and one", () => {
  const { run } = afterSpike({ ...plain, policy: ", retry=3", seed: 1 });
  const { calls, retries } = edgeOf(run, "gateway", "app");
  expect(retries / calls).toBeGreaterThan(2);
  expect(retries / calls).toBeLessThan(3);
});
