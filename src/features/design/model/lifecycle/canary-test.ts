import { normalCdf, normalQuantile } from "../quality/normal.ts";
import { drawNormal } from "./score-distribution.ts";

/** What a trial compares. Rates are requests a second; `delay` seconds until a label; shares are of successes. */
export type Comparison = {
  trial: number;
  control: number;
  /** Standard deviations by which the new version's scores stand apart. */
  shift: number;
  labels: { share: number; delay: number; control: number; trial: number };
};

const LOOKS = 40;
/** Forty looks at 3.5 standard errors ring falsely in less than one trial of fifty. */
const CRITICAL = 3.5;
/** A difference that nobody would act on, however sure it is. */
const TRIFLE = 0.01;
/** Scores above this of the version in service are counted: its top tenth. */
const TOP = normalQuantile(0.9);

/**
 * Seconds into the bake at which a trial is stopped, undefined where it passes: a two-proportion z-test (pooled) on the share
 * of scores in the top tenth, which is seen at once, and on successes among answers whose label has come. Looks are denser
 * at the start.
 */
export function stoppedAfter(comparison: Comparison, bake: number, random: () => number): number | undefined {
  const { trial, control, shift, labels } = comparison;
  for (const after of looksIn(bake)) {
    const scores = zOf(
      { share: 0.1, count: control * after },
      { share: 1 - normalCdf(TOP - Math.abs(shift)), count: trial * after },
      random,
    );
    const known = labels.share * Math.max(0, after - labels.delay);
    const outcomes = zOf(
      { share: labels.trial, count: trial * known },
      { share: labels.control, count: control * known },
      random,
    );
    if (scores > CRITICAL || outcomes > CRITICAL) return after;
  }
  return undefined;
}

/** Metrics come by the minute. */
function looksIn(bake: number): Set<number> {
  const planned = Array.from({ length: LOOKS }, (_, look) => bake * ((look + 1) / LOOKS) ** 2);
  return new Set(planned.map((after) => Math.min(bake, Math.ceil(after / 60) * 60)));
}

type Sample = { share: number; count: number };

/** z of the second share being larger than the first, both drawn with their sampling error; 0 for small samples and trifles. */
function zOf(first: Sample, second: Sample, random: () => number): number {
  const [a, b] = [drawShare(first, random), drawShare(second, random)];
  if (first.count < 30 || second.count < 30 || b - a < TRIFLE * Math.max(a, 0.1)) return 0;
  const pooled = (a * first.count + b * second.count) / (first.count + second.count);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / first.count + 1 / second.count));
  return error > 0 ? (b - a) / error : 0;
}

function drawShare({ share, count }: Sample, random: () => number): number {
  const error = Math.sqrt((share * (1 - share)) / Math.max(1, count));
  return Math.min(1, Math.max(0, share + error * drawNormal(random)));
}
