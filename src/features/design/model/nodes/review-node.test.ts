import { expect, test } from "vitest";
import { World } from "../../../../shared/content/design/world.ts";
import { drain } from "../engine/theory/drain.ts";
import { nodeOf } from "../engine/theory/replicate.ts";
import { runOnce } from "../engine/theory/run-once.ts";
import { detectionWorld } from "../quality/test-world.ts";

const OPEN = "gateway{time=fixed(0s), cpu=64 x1}";

test("whoever hands a case in does not wait, and a full room lets it pass at once", () => {
  const run = runOnce(`${OPEN} -> review{people=2, time=fixed(10s), queue=5}`, { rate: 1, lasts: 1000 });
  const { refused, queue, utilisation } = nodeOf(run, "review");
  expect(run.latency.max).toBe(0);
  expect(run.availability).toBe(1);
  expect(queue.max).toBe(5);
  expect(utilisation).toBeGreaterThan(0.99);
  expect(refused / run.requests).toBeCloseTo(0.8, 1);
});

test("a surge of cases from elsewhere makes those at hand late", () => {
  const run = (faults: Record<string, unknown>[]) =>
    nodeOf(
      runOnce(`${OPEN} -> review{people=10, time=exp(8s), sla=60s}`, { rate: 1, lasts: 2000, warmUp: 200, faults }),
      "review",
    ).extra;
  expect(run([]).inTime).toBeGreaterThan(0.98);
  const surge = run([{ kind: "reviewer-surge", at: 500, lasts: 500, size: 3 }]);
  expect(surge.inTime).toBeLessThan(0.6);
  // a thousand cases more were decided, or are still to come
  expect(surge.decided).toBeGreaterThan((run([]).decided ?? 0) + 300);
});

test("grave cases are looked at first", () => {
  const severities = [
    { share: 0.8, weight: 1 },
    { share: 0.2, weight: 5 },
  ];
  const left = (priority: string) => {
    const world = caseWorld({ rate: 2, severities });
    const { outcomes } = drain(
      `${OPEN} -> scorer{size=small, cpu=8 x1, review>0.0001} -> review{people=10, time=exp(10s), patience=60s, priority=${priority}}`,
      world,
    );
    return outcomes.wrong / outcomes.stake;
  };
  expect(left("severity")).toBeLessThan(left("fifo") * 0.7);
});

test("a case that leaves undecided has passed: it counts as missed, and as not blocked", () => {
  const text = (time: string) =>
    `${OPEN} -> scorer{size=small, cpu=8 x1, review>0.000001} -> review{people=10, error=10%, time=${time}}`;
  const patient = drain(text("exp(10s)"), caseWorld({ rate: 0.5 })).outcomes;
  expect(patient.caught / patient.positives).toBeCloseTo(0.9, 6);
  expect(patient.blocked / patient.negatives).toBeCloseTo(0.1, 6);
  // nobody is at work: all leave
  const gone = drain(text("fixed(1h), patience=1s"), caseWorld({ rate: 5 })).outcomes;
  expect(gone.caught / gone.positives).toBeLessThan(0.02);
  expect(Math.abs(gone.blocked / gone.negatives)).toBeLessThan(0.02);
  expect(gone.wrong / gone.stake).toBeGreaterThan(0.98);
  const { stake, wrong } = gone.bins.reduce(
    (sum, bin) => ({ stake: sum.stake + bin.stake, wrong: sum.wrong + bin.wrong }),
    { stake: 0, wrong: 0 },
  );
  expect(wrong / stake).toBeGreaterThan(0.98);
});

function caseWorld(traffic: object): World {
  const base = detectionWorld();
  return World.parse({
    ...base,
    traffic,
    detection: { ...base.detection, positives: 0.3 },
    money: { missed: 100, wronglyBlocked: 1 },
    scenarios: [{ id: "run", title: "a long shift", lasts: 2000 }],
    objectives: base.objectives.map((each) => ({ ...each, scenario: "run" })),
  });
}
