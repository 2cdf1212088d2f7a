import type {
  Incident,
  NodeReport,
  ObjectiveResult,
  RunReport,
  ScenarioReport,
} from "../../src/features/design/model/run/report.ts";

const LATENCY = { mean: 0.01, p50: 0.008, p90: 0.02, p95: 0.03, p99: 0.046, p999: 0.07, max: 0.1 };
const SERIES = { p50: [0.008], p99: [0.046], rate: [100], failed: [0], quality: [0.6], cost: [0.1] };

/** A run of the case `tiny-rows` as the simulator would report it; what is met, busy and broken can be said. */
export function tinyReport(shown: { missed?: string[]; utilisation?: number; incidents?: Incident[] } = {}): RunReport {
  const { missed = [], utilisation = 0.5, incidents = [] } = shown;
  const met = (id: string) => !missed.includes(id);
  const objectives: ObjectiveResult[] = [
    {
      id: "fast",
      title: "p99 on a normal day",
      scenario: "normal",
      metric: "p99",
      fault: null,
      target: { atMost: 0.1 },
      value: met("fast") ? 0.046 : 0.15,
      met: met("fast"),
      unit: "s",
    },
    {
      id: "there",
      title: "Answered when a machine goes",
      scenario: "loss",
      metric: "availability",
      fault: null,
      target: { atLeast: 0.99 },
      value: met("there") ? 0.999 : 0.7,
      met: met("there"),
      unit: "share",
    },
    {
      id: "cheap",
      title: "Cost a month",
      scenario: "normal",
      metric: "cost",
      fault: null,
      target: { atMost: 4000 },
      value: met("cheap") ? 900 : 20_000,
      met: met("cheap"),
      unit: "USD/month",
    },
  ];
  return {
    seed: 1,
    scenarios: [
      scenario("normal", "A normal day", { utilisation }),
      scenario("loss", "A machine goes", { utilisation, incidents }),
    ],
    objectives,
    cost: { dollarsPerMonth: 900, parts: [{ node: "app", dollarsPerMonth: 900, what: "24 cores" }] },
    events: 10_000,
  };
}

function scenario(
  id: string,
  title: string,
  { utilisation, incidents = [] }: { utilisation: number; incidents?: Incident[] },
): ScenarioReport {
  return {
    id,
    title,
    seed: 1,
    lasts: 30,
    warmUp: 5,
    bin: 1,
    days: false,
    events: 5000,
    requests: 2500,
    throughput: 100,
    availability: 1,
    degraded: 0,
    latency: LATENCY,
    firstToken: null,
    quality: 0.6,
    decisions: null,
    llmShare: 0,
    reviewInTime: null,
    dataLost: 0,
    money: { lost: 0, earned: 1, spent: 0.1 },
    budgetUsed: 0,
    series: SERIES,
    nodes: [node("gateway", "gateway", 0.05), node("app", "service", utilisation)],
    edges: [],
    incidents,
    traces: [],
  };
}

function node(id: string, type: NodeReport["type"], utilisation: number): NodeReport {
  return {
    id,
    type,
    served: 2500,
    refused: 0,
    failed: 0,
    utilisation,
    queue: { mean: 0, max: 3 },
    wait: { mean: 0, p99: 0, share: 0 },
    time: { mean: 0.01, p99: 0.046 },
    dollarsPerMonth: 450,
    extra: {},
    series: { utilisation: [utilisation], queue: [0] },
  };
}
