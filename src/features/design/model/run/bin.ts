import type { World } from "../../../../shared/content/design/world.ts";
import { Histogram } from "../engine/histogram.ts";

export const SCORE_BINS = 20;
/** Positives from which the quality of decisions is told; a bin with fewer looks back. */
const LEAST_AT_STAKE = 30;

/** What ended in one stretch of time. */
export class Bin {
  readonly latency = new Histogram();
  answered = 0;
  failed = 0;
  degraded = 0;
  /** Sum over answers (ranking and generation). */
  quality = 0;
  /** Positives of a detection task, what they would have cost undetected, and what wrong decisions did cost. */
  positives = 0;
  stake = 0;
  wrong = 0;
  /** US dollars lost, by wrong decisions and by failures. */
  lost = 0;
  /** Counts of the logit of the last probability, for the stability of scores. */
  readonly scores = new Float64Array(SCORE_BINS);
}

/**
 * Quality of each bin: the mean of its answers; in a detection task the share of the loss that doing nothing would bring and
 * that was avoided, over so many bins back as have thirty positives.
 */
export function qualitySeries(bins: readonly Bin[], task: World["task"]): (number | null)[] {
  if (task !== "detection")
    return bins.map(({ answered, quality }) => (answered > 0 ? Math.min(1, quality / answered) : null));
  return bins.map((_, at) => {
    let [positives, stake, wrong] = [0, 0, 0];
    for (let back = at; back >= 0 && positives < LEAST_AT_STAKE; back--) {
      const bin = bins[back];
      if (!bin) break;
      positives += bin.positives;
      stake += bin.stake;
      wrong += bin.wrong;
    }
    return stake > 0 ? avoidedShare(wrong, stake) : null;
  });
}

/** Share of a loss that was avoided, 0 to 1. */
export function avoidedShare(wrong: number, stake: number): number {
  return Math.min(1, Math.max(0, 1 - wrong / stake));
}
