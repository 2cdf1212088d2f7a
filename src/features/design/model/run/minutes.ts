import type { Scenario, World } from "../../../../shared/content/design/world.ts";
import type { Design } from "../design.ts";
import type { SimNode } from "../engine/sim-node.ts";
import { ReviewNode } from "../nodes/review-node.ts";
import { avoidedShare, qualitySeries } from "./bin.ts";
import { type Compiled, compile } from "./compile.ts";
import { perMonth } from "./cost.ts";
import { incidentsOf } from "./incidents.ts";
import type { Outcomes } from "./outcomes.ts";
import type { EdgeReport, NodeReport, ScenarioReport, Series } from "./report.ts";

/** Bins of time of a run, about: enough for a chart, and each with enough requests for a 99th percentile. */
const BINS = 120;
const LEAST_REQUESTS_A_BIN = 200;
const NICE_BINS = [0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600];

export type Watch = {
  /** Asked now and then; false stops the run. */
  goOn: (at: number, live: Live, events: number) => boolean;
};
export type Live = { bin: number; outcomes: Outcomes };
type NodeSeries = Map<SimNode, { utilisation: Series; queue: Series }>;

const TICK = 0;

/** Runs a scenario of seconds or minutes, request by request. Undefined when it was stopped. */
export function runMinutes(
  design: Design,
  world: World,
  { scenario, seed, watch }: { scenario: Scenario; seed: number; watch: Watch },
): ScenarioReport | undefined {
  const bin = binOf(scenario.lasts, scenario.rate ?? world.traffic.rate);
  const compiled = compile(design, world, { scenario, seed, bin });
  const { sim, nodes, edges, outcomes, source, faults } = compiled;
  const series: NodeSeries = new Map(nodes.map((node) => [node, { utilisation: [], queue: [] }]));
  sim.enrol((index) => {
    const next = () => sim.events.schedule(sim.now + bin, index, TICK, 0);
    next();
    return {
      handle: () => {
        for (const [node, { utilisation, queue }] of series) {
          utilisation.push(Number.isFinite(node.capacity()) ? node.busy.closeBin(sim.now) : null);
          queue.push(node.waiting.closeBin(sim.now));
        }
        next();
      },
    };
  });
  const live = { bin, outcomes };
  source.start();
  faults.start();
  if (sim.runUntil(scenario.warmUp, () => watch.goOn(sim.now, live, sim.handled)) === "cancelled") return undefined;
  for (const node of nodes) node.restart(sim.now);
  for (const edge of edges) edge.restart();
  if (sim.runUntil(scenario.lasts, () => watch.goOn(sim.now, live, sim.handled)) === "cancelled") return undefined;
  for (const node of nodes) if (node instanceof ReviewNode) node.close();
  outcomes.close(sim.now);
  return reportOf(compiled, { design, world, scenario, seed, bin, series });
}

/** Width of the bins of a scenario, seconds. */
function binOf(lasts: number, rate: number): number {
  const wanted = Math.max(lasts / BINS, LEAST_REQUESTS_A_BIN / rate);
  return Math.min(lasts, NICE_BINS.find((bin) => bin >= wanted) ?? lasts);
}

type Reporting = { design: Design; world: World; scenario: Scenario; seed: number; bin: number; series: NodeSeries };

function reportOf(compiled: Compiled, reporting: Reporting): ScenarioReport {
  const { sim, nodes, outcomes } = compiled;
  const { design, world, scenario, seed, bin, series } = reporting;
  const measured = scenario.lasts - scenario.warmUp;
  const all = outcomes.answered + outcomes.failed;
  const { positives, negatives, caught, blocked } = outcomes;
  const flagged = caught + blocked;
  const rate = scenario.rate ?? world.traffic.rate;
  const monthly = perMonth(rate);
  const decided = Math.max(1, positives + negatives);
  return {
    id: scenario.id,
    title: scenario.title,
    seed,
    lasts: scenario.lasts,
    warmUp: scenario.warmUp,
    bin,
    days: false,
    events: sim.handled,
    requests: all,
    throughput: outcomes.answered / measured,
    availability: all === 0 ? 0 : outcomes.answered / all,
    degraded: share(outcomes.degraded, outcomes.answered),
    latency: outcomes.latency(),
    firstToken: outcomes.firstToken.count > 0 ? outcomes.firstToken.latency() : null,
    quality: qualityOf(outcomes, world.task),
    decisions:
      world.task === "detection"
        ? {
            recall: share(caught, positives),
            precision: share(caught, flagged),
            wronglyBlocked: share(blocked, negatives),
            missed: 1 - share(caught, positives),
            reviewed: outcomes.reviewed / decided,
            leaked: 0,
          }
        : world.permissions
          ? {
              recall: 0,
              precision: 0,
              wronglyBlocked: 0,
              missed: 0,
              reviewed: 0,
              leaked: share(outcomes.leaked, outcomes.answered),
            }
          : null,
    llmShare: share(outcomes.llm, outcomes.answered),
    reviewInTime: inTimeOf(nodes),
    dataLost: nodes.reduce((sum, node) => sum + (node.extra().lost ?? 0), 0),
    money: { lost: outcomes.moneyLost, earned: outcomes.moneyEarned, spent: 0 },
    budgetUsed: outcomes.failed / Math.max(1, monthly * (1 - world.slo.availability)),
    series: seriesOf(outcomes, { bin, count: Math.ceil(scenario.lasts / bin), task: world.task }),
    nodes: nodes.map((node) => nodeReport(node, { now: sim.now, series })),
    edges: design.edges.flatMap((edge) => {
      const made = compiled.edgeOf.get(edge);
      return made ? [edgeReport(made)] : [];
    }),
    incidents: incidentsOf({ design, world, scenario, outcomes, bin }),
    traces: sim.tracer.chosen(),
  };
}

function qualityOf({ stake, wrong, quality, answered }: Outcomes, task: World["task"]): number {
  if (task !== "detection") return share(quality, answered);
  return stake > 0 ? avoidedShare(wrong, stake) : 1;
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

/** Answers that failed, latency and quality by bins; the last bin may not be full. */
export function seriesOf(
  { bins }: Outcomes,
  { bin, count, task }: { bin: number; count: number; task: World["task"] },
): ScenarioReport["series"] {
  const all = bins.slice(0, count);
  return {
    p50: all.map(({ latency }) => (latency.count > 0 ? latency.quantile(0.5) : null)),
    p99: all.map(({ latency }) => (latency.count > 0 ? latency.quantile(0.99) : null)),
    rate: all.map(({ answered }) => answered / bin),
    failed: all.map(({ answered, failed }) => share(failed, answered + failed)),
    quality: qualitySeries(bins, task).slice(0, count),
    cost: all.map(({ lost }) => lost / bin),
  };
}

function inTimeOf(nodes: readonly SimNode[]): number | null {
  const shares = nodes.filter(({ design }) => design.type === "review").map((node) => node.extra());
  const decided = shares.filter(({ decided = 0, left = 0 }) => decided + left > 0);
  return decided.length === 0 ? null : Math.min(...decided.map(({ inTime = 0 }) => inTime));
}

function nodeReport(node: SimNode, { now, series }: { now: number; series: NodeSeries }): NodeReport {
  const { design, waits, times } = node;
  const extra = node.extra();
  return {
    id: design.id,
    type: design.type,
    served: node.served,
    refused: node.refused,
    failed: node.failed,
    utilisation: extra.work ?? (Number.isFinite(node.capacity()) ? node.busy.mean(now) : 0),
    queue: { mean: node.waiting.mean(now), max: node.waiting.max },
    wait: { mean: waits.mean, p99: waits.quantile(0.99), share: waits.positiveShare() },
    time: { mean: times.mean, p99: times.quantile(0.99) },
    dollarsPerMonth: 0,
    extra,
    series: series.get(node) ?? { utilisation: [], queue: [] },
  };
}

function edgeReport({
  design,
  calls,
  timeouts,
  retries,
  hedges,
  fallbacks,
  refusedByBreaker,
}: Compiled["edges"][number]): EdgeReport {
  return {
    from: design.from,
    to: design.to,
    kind: design.kind,
    calls,
    timeouts,
    retries,
    hedges,
    fallbacks,
    refusedByBreaker: share(refusedByBreaker, calls),
  };
}
