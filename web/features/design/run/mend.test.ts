import { describe, expect, test } from "vitest";
import { mendOf, strain, tightest } from "./mend.ts";
import { aNode, anEdge, anIncident, anObjective, aReport, aScenario } from "./report-fixture.ts";

describe("the one thing to mend", () => {
  test("is the objective missed by most", () => {
    const report = aReport({
      objectives: [
        anObjective({ id: "p99", value: 0.06, met: false }),
        anObjective({
          id: "availability",
          metric: "availability",
          unit: "share",
          value: 0.99,
          target: { atLeast: 0.999 },
          met: false,
        }),
        anObjective({ id: "fine", value: 0.01 }),
      ],
    });
    expect(mendOf(report)?.objective.id).toBe("availability");
  });

  test("what could not be measured comes before all but an outage", () => {
    const slow = anObjective({ id: "p99", value: 0.5, met: false });
    const unmeasured = anObjective({ id: "recovery", metric: "recovery", value: null, met: false });
    const share = { metric: "availability", unit: "share", target: { atLeast: 0.999 }, met: false } as const;
    const outage = anObjective({ ...share, id: "outage", value: 0.0004 });
    const mended = (...objectives: ReturnType<typeof anObjective>[]) => mendOf(aReport({ objectives }))?.objective.id;
    expect(mended(slow, unmeasured)).toBe("recovery");
    expect(mended(slow, unmeasured, outage)).toBe("outage");
  });

  test("a share at 100 % has all to spare", () => {
    const all = { unit: "share", value: 1, target: { atLeast: 0.999 } } as const;
    expect(tightest([anObjective({ ...all, id: "all" }), anObjective({ id: "close", value: 0.049 })])?.id).toBe(
      "close",
    );
  });

  test("is nothing where all hold; then the tightest is known", () => {
    const report = aReport({
      objectives: [anObjective({ id: "easy", value: 0.01 }), anObjective({ id: "close", value: 0.049 })],
    });
    expect(mendOf(report)).toBeUndefined();
    expect(tightest(report.objectives)?.id).toBe("close");
  });
});

describe("its cause", () => {
  const missed = (given: Parameters<typeof anObjective>[0]) => anObjective({ value: 1, met: false, ...given });

  test("of latency is the node that saturates, even for a while only", () => {
    const features = aNode({ id: "features", type: "features", series: { utilisation: [0.4, 0.97], queue: [0, 90] } });
    const report = aReport({ scenarios: [aScenario({ nodes: [aNode(), features] })], objectives: [missed({})] });
    const cause = mendOf(report)?.cause;
    expect(cause?.nodes).toEqual(["features"]);
    expect(cause?.said[0]).toContain("97 %");
  });

  test("of latency is never a node that nobody waits for", () => {
    const analysts = aNode({ id: "analysts", type: "review", utilisation: 0.99 });
    const report = aReport({ scenarios: [aScenario({ nodes: [analysts, aNode()] })], objectives: [missed({})] });
    expect(mendOf(report)?.cause.nodes).toEqual(["scorer"]);
  });

  test("of latency without a busy node is the slowest one", () => {
    const slow = aNode({ id: "provider", time: { mean: 0.3, p99: 1.2 } });
    const report = aReport({ scenarios: [aScenario({ nodes: [aNode(), slow] })], objectives: [missed({})] });
    expect(mendOf(report)?.cause.said[0]).toContain("`provider`: p99 1.2 s");
  });

  test("of failures is the node where they begin, not those that pass them on", () => {
    const failures = { metric: "availability", unit: "share", target: { atLeast: 0.99 } } as const;
    const causeIn = (given: Parameters<typeof aScenario>[0]) =>
      mendOf(aReport({ scenarios: [aScenario(given)], objectives: [missed({ value: 0.5, ...failures })] }))?.cause
        .said[0];
    const app = aNode({ id: "app", failed: 750 });
    const calls = [anEdge({ from: "app", to: "analysts", kind: "publish" })];
    const full = aNode({ id: "analysts", refused: 740 });
    expect(causeIn({ nodes: [app, full], edges: calls })).toBe("`analysts` turned away 74 % of what came to it.");
    expect(causeIn({ nodes: [app, aNode()] })).toBe("Failures begin at `app`: it lost 75 % of its calls.");
    const late = [anEdge({ from: "app", to: "llm", timeouts: 700 })];
    expect(causeIn({ nodes: [app], edges: late })).toBe("70 % of the calls `app -> llm` time out.");
  });

  test("of an objective under a fault begins with the incident's sentence", () => {
    const scenario = aScenario({ incidents: [anIncident()] });
    const report = aReport({ scenarios: [scenario], objectives: [missed({ metric: "recovery", fault: "burst" })] });
    expect(mendOf(report)?.cause.said[0]).toBe(anIncident().said);
  });

  test("of cost is the largest part", () => {
    const report = aReport({
      objectives: [missed({ metric: "cost", unit: "USD/month", value: 1000, target: { atMost: 500 } })],
    });
    expect(mendOf(report)?.cause.said[0]).toContain("$900 of it, 90 %");
  });

  test("of degraded answers is the call that fell back most", () => {
    const edges = [anEdge(), anEdge({ to: "vectors", fallbacks: 120, timeouts: 80 })];
    const report = aReport({
      scenarios: [aScenario({ edges, degraded: 0.12 })],
      objectives: [missed({ metric: "degraded", unit: "share", target: { atMost: 0.02 } })],
    });
    expect(mendOf(report)?.cause.said[0]).toBe(
      "Fallbacks stood in for 12 % of the calls `scorer -> vectors`, 8 % after a timeout.",
    );
  });
});

test("a target of zero is missed without end by anything above it", () => {
  expect(strain({ value: 0, target: { atMost: 0 }, unit: "share" })).toBe(1);
  expect(strain({ value: 0.01, target: { atMost: 0 }, unit: "share" })).toBe(Number.POSITIVE_INFINITY);
});
