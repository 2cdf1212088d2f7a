import type { NodeReport, ScenarioReport } from "../run/report.ts";
import { toldOf } from "./incidents.ts";
import { decisionsOf, type Ledger, seriesOf } from "./ledger.ts";
import type { Life } from "./life.ts";
import { modelWorth } from "./view.ts";

const NO_LATENCY = { mean: 0, p50: 0, p90: 0, p95: 0, p99: 0, p999: 0, max: 0 };

/** Days are rates, not requests: latency is not simulated in them, and nothing fails. */
export function daysReport(life: Life, ledger: Ledger, { seed, step }: { seed: number; step: number }): ScenarioReport {
  const { scenario, view } = life;
  const { lasts } = scenario;
  const series = seriesOf(ledger);
  const filtered = view.inputs.vectors?.node.parameters.filter === "on" ? 1 : 0;
  const { review } = ledger;
  return {
    ...{ id: scenario.id, title: scenario.title, seed, lasts, warmUp: 0, bin: step, days: true },
    events: life.events,
    requests: ledger.requests,
    throughput: ledger.requests / lasts,
    availability: 1,
    degraded: 0,
    latency: NO_LATENCY,
    firstToken: null,
    quality: ledger.requests > 0 ? ledger.quality / ledger.requests : 0,
    decisions: decisionsOf(view.world, ledger, filtered),
    llmShare: ledger.requests > 0 ? Math.min(1, ledger.llm / ledger.requests) : 0,
    reviewInTime: life.review ? (review.arrived > 0 ? review.inTime / review.arrived : 1) : null,
    dataLost: 0,
    money: { lost: ledger.lost, earned: ledger.earned, spent: 0 }, // whoever knows the cost of the design prices it
    budgetUsed: 0,
    series: {
      p50: series.none,
      p99: series.none,
      rate: series.rate,
      failed: series.failed,
      quality: series.quality,
      cost: series.cost,
    },
    nodes: nodesOf(life, ledger),
    edges: [],
    incidents: life.incidents.map((state) => toldOf(state, lasts)),
    traces: [],
  };
}

/** What the parts of the lifecycle have to tell; the others do not appear. */
function nodesOf(life: Life, ledger: Ledger): NodeReport[] {
  return life.view.design.nodes.flatMap((node) => {
    const extra = { ...life.counts.get(node.id), ...trained(life, node.id), ...modelExtra(life, node.id) };
    const isReview = life.review?.node.id === node.id;
    if (!isReview) return Object.keys(extra).length === 0 ? [] : [plain(node, extra)];
    return [reviewNode(life, ledger, plain(node, extra))];
  });
}

function plain({ id, type }: Pick<NodeReport, "id" | "type">, extra: Record<string, number>): NodeReport {
  return {
    ...{ id, type, served: 0, refused: 0, failed: 0, utilisation: 0, dollarsPerMonth: 0, extra },
    queue: { mean: 0, max: 0 },
    wait: { mean: 0, p99: 0, share: 0 },
    time: { mean: 0, p99: 0 },
    series: { utilisation: [], queue: [] },
  };
}

function trained(life: Life, id: string): Record<string, number> {
  const runs = [...life.runs].filter((run) => run.startsWith(`${id} `)).length;
  return runs > 0 ? { runs } : {};
}

function modelExtra(life: Life, id: string): Record<string, number> {
  const state = life.models.find(({ served }) => served.node.id === id);
  if (!state) return {};
  const picks = new Map([[id, state.live]]);
  const signal = modelWorth(life.view, state.served, { at: life.now, faults: life.scenario.faults, picks });
  const ages = state.served.node.type === "ranker" || state.served.node.type === "scorer";
  return { signal, versions: state.made, ...(ages ? { age: Math.max(0, life.now - state.live.newest) } : {}) };
}

function reviewNode(life: Life, ledger: Ledger, node: NodeReport): NodeReport {
  const { review, scenario } = life;
  if (!review) return node;
  const { people, shifts } = review.reviewers;
  const atWork = people * scenario.lasts * (Math.min(3, shifts) / 3);
  const { arrived, inTime, worked, lost } = ledger.review;
  return {
    ...node,
    served: Math.round(worked / review.reviewers.takes),
    failed: Math.round(lost),
    utilisation: atWork > 0 ? Math.min(1, worked / atWork) : 0,
    queue: { mean: 0, max: review.backlog.most },
    extra: { ...node.extra, inTime: arrived > 0 ? inTime / arrived : 1, left: arrived > 0 ? lost / arrived : 0 },
  };
}
