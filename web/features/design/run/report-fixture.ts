import type {
  EdgeReport,
  Incident,
  NodeReport,
  ObjectiveResult,
  RunReport,
  ScenarioReport,
} from "../../../../src/features/design/model/run/report.ts";

/** Small parts of a report, for tests. */

const latency = { mean: 0.03, p50: 0.02, p90: 0.04, p95: 0.05, p99: 0.07, p999: 0.1, max: 0.2 };

export const aNode = (given: Partial<NodeReport> = {}): NodeReport => ({
  id: "scorer",
  type: "scorer",
  served: 1000,
  refused: 0,
  failed: 0,
  utilisation: 0.5,
  queue: { mean: 0.1, max: 3 },
  wait: { mean: 0.001, p99: 0.004, share: 0.2 },
  time: { mean: 0.01, p99: 0.02 },
  dollarsPerMonth: 900,
  extra: {},
  series: { utilisation: [0.5, 0.5], queue: [0, 1] },
  ...given,
});

export const anEdge = (given: Partial<EdgeReport> = {}): EdgeReport => ({
  from: "scorer",
  to: "features",
  kind: "call",
  calls: 1000,
  timeouts: 0,
  retries: 0,
  hedges: 0,
  fallbacks: 0,
  refusedByBreaker: 0,
  ...given,
});

export const anIncident = (given: Partial<Incident> = {}): Incident => ({
  fault: "burst",
  kind: "adversarial-burst",
  title: "Card-testing burst",
  from: 300,
  to: 420,
  detectedAfter: 12,
  detectedBy: "latency",
  recoveredAfter: 240,
  blast: 0.12,
  metastable: false,
  worstP99: 0.4,
  lowestQuality: null,
  said: "p99 rose to 400 ms and held again four minutes after the burst.",
  ...given,
});

export const anObjective = (given: Partial<ObjectiveResult> = {}): ObjectiveResult => ({
  id: "p99",
  title: "p99 on a plain day",
  scenario: "plain",
  metric: "p99",
  fault: null,
  target: { atMost: 0.05 },
  value: 0.04,
  met: true,
  unit: "s",
  ...given,
});

export const aScenario = (given: Partial<ScenarioReport> = {}): ScenarioReport => ({
  id: "plain",
  title: "A plain day",
  seed: 1,
  lasts: 600,
  warmUp: 60,
  bin: 300,
  days: false,
  events: 100_000,
  requests: 10_000,
  throughput: 100,
  availability: 0.999,
  degraded: 0,
  latency,
  firstToken: null,
  quality: 0.8,
  decisions: null,
  llmShare: 0,
  reviewInTime: null,
  dataLost: 0,
  money: { lost: 0, earned: 0, spent: 0 },
  budgetUsed: 0,
  series: { p50: [], p99: [], rate: [], failed: [], quality: [], cost: [] },
  nodes: [aNode()],
  edges: [anEdge()],
  incidents: [],
  traces: [],
  ...given,
});

export const aReport = (given: Partial<RunReport> = {}): RunReport => ({
  seed: 1,
  scenarios: [aScenario()],
  objectives: [anObjective()],
  cost: { dollarsPerMonth: 1000, parts: [{ node: "scorer", dollarsPerMonth: 900, what: "8 cores x6" }] },
  events: 100_000,
  ...given,
});
