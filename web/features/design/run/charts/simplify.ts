import type { Series } from "../../../../../src/features/design/model/run/report.ts";

export type Point = { at: number; value: number };

/**
 * A series as unbroken stretches of points, `at` being the index. A long one is thinned to about `most` points: of
 * every bucket the lowest and the highest stay, in their order, so that no peak is lost.
 */
export function simplify(series: Series, most: number): Point[][] {
  const stretches = unbroken(series);
  const perBucket = Math.ceil((2 * series.length) / most);
  return perBucket <= 2 ? stretches : stretches.map((points) => thinned(points, perBucket));
}

function unbroken(series: Series): Point[][] {
  const stretches: Point[][] = [];
  let open: Point[] | undefined;
  series.forEach((value, at) => {
    if (value === null || !Number.isFinite(value)) {
      open = undefined;
      return;
    }
    if (!open) {
      open = [];
      stretches.push(open);
    }
    open.push({ at, value });
  });
  return stretches;
}

function thinned(points: readonly Point[], perBucket: number): Point[] {
  const kept: Point[] = [];
  for (let from = 0; from < points.length; from += perBucket)
    kept.push(...extremes(points.slice(from, from + perBucket)));
  const [first, last] = [points[0], points.at(-1)];
  if (first && kept[0] !== first) kept.unshift(first);
  if (last && kept.at(-1) !== last) kept.push(last);
  return kept;
}

function extremes(bucket: readonly Point[]): Point[] {
  let [low, high] = [bucket[0], bucket[0]];
  for (const point of bucket) {
    if (low && point.value < low.value) low = point;
    if (high && point.value > high.value) high = point;
  }
  if (!low || !high) return [];
  if (low === high) return [low];
  return low.at < high.at ? [low, high] : [high, low];
}
