import type { World } from "../../../../shared/content/design/world.ts";
import type { Decisions, Series } from "../run/report.ts";
import type { Flow } from "./decisions.ts";
import type { Passed } from "./stretch.ts";

/** Sums over the days, and by bins of one step. */
export type Ledger = {
  bins: { requests: number; quality: number; dollars: number; seconds: number }[];
  requests: number;
  quality: number;
  llm: number;
  lost: number;
  earned: number;
  flow: Flow;
  review: { arrived: number; inTime: number; worked: number; lost: number };
};

export function emptyLedger({ lasts, step }: { lasts: number; step: number }): Ledger {
  const bins = Array.from({ length: Math.max(1, Math.ceil(lasts / step - 1e-9)) }, () => ({
    ...{ requests: 0, quality: 0, dollars: 0, seconds: 0 },
  }));
  return {
    ...{ bins, requests: 0, quality: 0, llm: 0, lost: 0, earned: 0 },
    flow: { positives: 0, negatives: 0, caught: 0, wronglyBlocked: 0, reviewed: 0, llm: 0 },
    review: { arrived: 0, inTime: 0, worked: 0, lost: 0 },
  };
}

export function enter(ledger: Ledger, step: number, passed: Passed): void {
  const { from, to, requests, quality, flow, review } = passed;
  const bin = ledger.bins[Math.min(ledger.bins.length - 1, Math.floor((from + to) / 2 / step))];
  if (bin) {
    bin.requests += requests;
    bin.quality += quality * requests;
    bin.dollars += passed.lost;
    bin.seconds += to - from;
  }
  ledger.requests += requests;
  ledger.quality += quality * requests;
  ledger.llm += passed.llm;
  ledger.lost += passed.lost;
  ledger.earned += passed.earned;
  if (flow) addFlow(ledger.flow, flow);
  if (!review) return;
  ledger.review.arrived += review.arrived;
  ledger.review.inTime += review.arrived * review.inTime;
  ledger.review.worked += review.worked;
  ledger.review.lost += review.lost;
}

function addFlow(sum: Flow, flow: Flow): void {
  sum.positives += flow.positives;
  sum.negatives += flow.negatives;
  sum.caught += flow.caught;
  sum.wronglyBlocked += flow.wronglyBlocked;
  sum.reviewed += flow.reviewed;
  sum.llm += flow.llm;
}

export function decisionsOf(
  { task, permissions }: World,
  { flow, requests }: Ledger,
  filtered: number,
): Decisions | null {
  const leaked = permissions ? permissions.restricted * (1 - filtered) : 0;
  if (task !== "detection")
    return permissions ? { recall: 0, precision: 0, wronglyBlocked: 0, missed: 0, reviewed: 0, leaked } : null;
  const share = (part: number, whole: number) => (whole > 0 ? part / whole : 0);
  const recall = share(flow.caught, flow.positives);
  return {
    recall,
    precision: share(flow.caught, flow.caught + flow.wronglyBlocked),
    wronglyBlocked: share(flow.wronglyBlocked, flow.negatives),
    missed: flow.positives > 0 ? 1 - recall : 0,
    reviewed: share(flow.reviewed, requests),
    leaked,
  };
}

export function seriesOf({ bins }: Ledger): {
  quality: Series;
  rate: Series;
  cost: Series;
  none: Series;
  failed: Series;
} {
  return {
    quality: bins.map(({ requests, quality }) => (requests > 0 ? quality / requests : null)),
    rate: bins.map(({ requests, seconds }) => (seconds > 0 ? requests / seconds : null)),
    cost: bins.map(({ dollars }) => dollars),
    none: bins.map(() => null),
    failed: bins.map(() => 0),
  };
}
