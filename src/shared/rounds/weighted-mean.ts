import type { RoundDimension } from "./assessment.ts";

/** Σ weight · score / Σ weight; undefined where nothing has a weight. */
export function weightedMean(parts: readonly { score: number; weight: number }[]): number | undefined {
  const all = weightOf(parts);
  return all === 0 ? undefined : parts.reduce((sum, { score, weight }) => sum + score * weight, 0) / all;
}

/** Standard error of the weighted mean of parts that err independently of each other. */
export function weightedError(parts: readonly { se: number; weight: number }[]): number {
  return Math.hypot(...parts.map(({ se, weight }) => se * weight)) / weightOf(parts);
}

/** Dimensions that there was enough to go by for. */
export function measuredIn(
  dimensions: readonly RoundDimension[],
): { id: string; score: number; se: number; weight: number }[] {
  return dimensions.flatMap(({ id, score, se, weight }) =>
    score === null ? [] : [{ id, score, se: se ?? 0, weight }],
  );
}

function weightOf(parts: readonly { weight: number }[]): number {
  return parts.reduce((sum, { weight }) => sum + weight, 0);
}
