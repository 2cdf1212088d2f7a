import { specOf } from "../../../../src/features/design/model/components/catalogue.ts";
import type {
  EdgeReport,
  NodeReport,
  ObjectiveResult,
  RunReport,
  ScenarioReport,
} from "../../../../src/features/design/model/run/report.ts";
import { formatCount, formatDollars, formatSeconds, formatShare } from "./format-value.ts";

/** Why an objective was missed, in sentences with `code` for names, and the nodes that it is about. */
export type Cause = { said: string[]; nodes: string[] };

const BUSY_FROM = 0.8;
const RARE = 0.01;
const NOTHING: Cause = { said: [], nodes: [] };

export function causeOf(objective: ObjectiveResult, report: RunReport): Cause {
  if (objective.metric === "cost") return costCause(report);
  const scenario = report.scenarios.find(({ id }) => id === objective.scenario);
  if (!scenario) return NOTHING;
  const incident = scenario.incidents.find(({ fault }) => fault === objective.fault);
  const own = ownCause(objective, scenario);
  return incident ? { said: [incident.said, ...own.said], nodes: own.nodes } : own;
}

function ownCause({ metric }: ObjectiveResult, scenario: ScenarioReport): Cause {
  switch (metric) {
    case "p50":
    case "p95":
    case "p99":
    case "p999":
    case "firstTokenP99":
      return busiestCause(scenario);
    case "throughput":
    case "availability":
    case "recovery":
    case "blast":
      return failureCause(scenario) ?? busiestCause(scenario);
    case "degraded":
      return fallbackCause(scenario);
    case "quality":
    case "lowestQuality":
    case "lastQuality":
      return qualityCause(scenario);
    case "reviewInTime":
    case "reviewShare":
      return reviewCause(scenario);
    case "dataLost":
      return lostCause(scenario);
    case "recall":
    case "precision":
    case "wronglyBlocked":
    case "missed":
      return decisionCause(scenario);
    case "leaks":
      return say("Answers showed what the asker may not see: permissions must be applied where documents are found.");
    case "moneyLost":
      return lossCause(scenario);
    case "llmShare":
      return say(`${formatShare(scenario.llmShare)} of requests reached a language model.`);
    case "detection":
      return say("No alarm rang early enough: nothing in the design watches what this fault changes.");
    default:
      return NOTHING;
  }
}

const say = (sentence: string, ...nodes: string[]): Cause => ({ said: [sentence], nodes });

/** The highest utilisation of any bin: a node that saturates for two minutes has a modest mean. */
export const peakOf = ({ series, utilisation }: NodeReport): number =>
  Math.max(utilisation, ...series.utilisation.filter((value) => value !== null));

/** Requests wait for the nodes of their path and for stores; busy reviewers and readers of a log keep nobody waiting. */
const isWaitedFor = ({ type }: NodeReport): boolean => ["path", "store"].includes(specOf(type).role);

function busiestCause(scenario: ScenarioReport): Cause {
  const nodes = scenario.nodes.filter(isWaitedFor);
  const [busiest] = nodes.toSorted((a, b) => peakOf(b) - peakOf(a));
  if (busiest && peakOf(busiest) >= BUSY_FROM) {
    return say(fullness(busiest), busiest.id);
  }
  const [slowest] = nodes.filter(({ served }) => served > 0).toSorted((a, b) => b.time.p99 - a.time.p99);
  if (!slowest) return NOTHING;
  return say(
    `No node saturates. Most of the time is spent in \`${slowest.id}\`: p99 ${formatSeconds(slowest.time.p99)}.`,
    slowest.id,
  );
}

function fullness(node: NodeReport): string {
  const { id, wait, queue } = node;
  const waits = wait.p99 > 0 ? `; its p99 of waiting is ${formatSeconds(wait.p99)}` : "";
  const most = queue.max > 0 ? ` with up to ${formatCount(queue.max)} in the queue` : "";
  return `\`${id}\` saturates first: utilisation up to ${formatShare(peakOf(node))}${most}${waits}.`;
}

/** Where failures begin: a node that loses calls though nothing that it calls loses half as many. Undefined where none does. */
function failureCause({ nodes, edges }: ScenarioReport): Cause | undefined {
  const lossOf = new Map(nodes.map((node) => [node.id, lostShare(node)]));
  const begins = ({ id }: NodeReport) => {
    const loss = lossOf.get(id) ?? 0;
    return loss >= RARE && edges.every(({ from, to }) => from !== id || (lossOf.get(to) ?? 0) < loss / 2);
  };
  const [origin] = nodes.filter(begins).toSorted((a, b) => lostShare(b) - lostShare(a));
  if (!origin) return undefined;
  const late = edges.find(
    ({ from, calls, timeouts }) => from === origin.id && timeouts >= (calls * lostShare(origin)) / 2,
  );
  const name = `\`${origin.id}\``;
  if (late)
    return say(
      `${formatShare(late.timeouts / late.calls)} of the calls \`${late.from} -> ${late.to}\` time out.`,
      late.to,
    );
  if (origin.refused >= origin.failed) {
    const turnedAway = `${name} turned away ${formatShare(lostShare(origin))} of what came to it.`;
    // what it did not turn away waited: where it is full, that is the larger half of the story
    const full = isWaitedFor(origin) && peakOf(origin) >= BUSY_FROM ? [fullness(origin)] : [];
    return { said: [turnedAway, ...full], nodes: [origin.id] };
  }
  return say(`Failures begin at ${name}: it lost ${formatShare(lostShare(origin))} of its calls.`, origin.id);
}

/** `served` counts every call that came, those turned away too. */
const lostShare = ({ served, refused, failed }: NodeReport): number =>
  served > 0 ? Math.min(1, (refused + failed) / served) : 0;

function fallbackCause({ edges, degraded }: ScenarioReport): Cause {
  const [worst] = edges.toSorted((a, b) => shareOfFallbacks(b) - shareOfFallbacks(a));
  if (!worst || worst.fallbacks === 0) return say(`${formatShare(degraded)} of answers were degraded.`);
  const why = worst.timeouts > 0 ? `, ${formatShare(worst.timeouts / worst.calls)} after a timeout` : "";
  return say(
    `Fallbacks stood in for ${formatShare(shareOfFallbacks(worst))} of the calls \`${worst.from} -> ${worst.to}\`${why}.`,
    worst.to,
  );
}

const shareOfFallbacks = ({ fallbacks, calls }: EdgeReport): number => (calls > 0 ? fallbacks / calls : 0);

function qualityCause(scenario: ScenarioReport): Cause {
  const hurt = scenario.incidents.filter(({ lowestQuality }) => lowestQuality !== null);
  const [worst] = hurt.toSorted((a, b) => (a.lowestQuality ?? 1) - (b.lowestQuality ?? 1));
  if (worst && (worst.lowestQuality ?? 1) < scenario.quality) return say(worst.said);
  if (scenario.degraded > 0.01) return fallbackCause(scenario);
  return say("Nothing failed: it is what the models, their candidates and the age of features and labels give.");
}

function reviewCause({ nodes, reviewInTime }: ScenarioReport): Cause {
  const review = nodes.find(({ type }) => type === "review");
  if (!review) return say("Nothing in the design reviews by hand: draw an arrow to a `review`.");
  const inTime = reviewInTime === null ? "" : ` ${formatShare(reviewInTime)} were done in time.`;
  const { id, utilisation, queue } = review;
  return say(
    `Reviewers in \`${id}\` are ${formatShare(utilisation)} busy, with up to ${formatCount(queue.max)} cases waiting.${inTime}`,
    id,
  );
}

function lostCause({ nodes, dataLost }: ScenarioReport): Cause {
  const [worst] = nodes
    .filter(({ extra }) => (extra.lost ?? 0) > 0)
    .toSorted((a, b) => (b.extra.lost ?? 0) - (a.extra.lost ?? 0));
  if (!worst) return say(`${formatCount(dataLost)} events were lost.`);
  return say(`\`${worst.id}\` lost ${formatCount(worst.extra.lost ?? 0)} events.`, worst.id);
}

function decisionCause(scenario: ScenarioReport): Cause {
  const { decisions, degraded } = scenario;
  if (!decisions) return NOTHING;
  const { recall, precision, wronglyBlocked } = decisions;
  const found = `It finds ${formatShare(recall)} of what there is to find with a precision of ${formatShare(precision)}, and blocks ${formatShare(wronglyBlocked)} of the good wrongly.`;
  // who decided was not who should have: that is the first thing to know
  const instead = degraded > RARE ? fallbackCause(scenario) : NOTHING;
  return { said: [...instead.said, found], nodes: instead.nodes };
}

function lossCause({ money, incidents }: ScenarioReport): Cause {
  const [worst] = incidents.toSorted((a, b) => b.blast - a.blast);
  const lost = `${formatDollars(money.lost)} were lost in this scenario.`;
  return { said: worst ? [lost, `${worst.title}: ${worst.said}`] : [lost], nodes: [] };
}

function costCause({ cost }: RunReport): Cause {
  const [largest] = cost.parts;
  if (!largest) return NOTHING;
  const share = formatShare(largest.dollarsPerMonth / cost.dollarsPerMonth);
  return say(
    `\`${largest.node}\` (${largest.what}) alone is ${formatDollars(largest.dollarsPerMonth)} of it, ${share}.`,
    largest.node,
  );
}
