export type Point = { x: number; y: number };

const round = (value: number) => Math.round(value * 10) / 10;
const at = ({ x, y }: Point) => `${round(x)} ${round(y)}`;

/** Weighted mean of points. */
function mean(...parts: [weight: number, point: Point][]): Point {
  const total = parts.reduce((sum, [weight]) => sum + weight, 0);
  return {
    x: parts.reduce((sum, [weight, { x }]) => sum + weight * x, 0) / total,
    y: parts.reduce((sum, [weight, { y }]) => sum + weight * y, 0) / total,
  };
}

/** A smooth way near the points (uniform cubic B-spline that meets both ends), as an SVG path. */
export function smoothPath(points: readonly Point[]): string {
  const [first, second] = points;
  const last = points.at(-1);
  if (!first || !second || !last) return "";
  if (points.length === 2) return `M${at(first)}L${at(last)}`;
  let path = `M${at(first)}L${at(mean([5, first], [1, second]))}`;
  let [before, here]: [Point, Point] = [first, second];
  for (const next of [...points.slice(2), last]) {
    const [early, late] = [mean([2, before], [1, here]), mean([1, before], [2, here])];
    path += `C${at(early)} ${at(late)} ${at(mean([1, before], [4, here], [1, next]))}`;
    [before, here] = [here, next];
  }
  return `${path}L${at(last)}`;
}

const HEAD_LENGTH = 8;
const HEAD_HALF = 3.6;

/** The head of an arrow as a closed path, along the last stretch of the way. */
export function arrowHead(points: readonly Point[]): string {
  const [tip, before] = [points.at(-1), points.at(-2)];
  if (!tip || !before) return "";
  const length = Math.hypot(tip.x - before.x, tip.y - before.y) || 1;
  const [ux, uy] = [(tip.x - before.x) / length, (tip.y - before.y) / length];
  const back = { x: tip.x - ux * HEAD_LENGTH, y: tip.y - uy * HEAD_LENGTH };
  const side = (sign: 1 | -1) => ({ x: back.x - uy * HEAD_HALF * sign, y: back.y + ux * HEAD_HALF * sign });
  return `M${at(tip)}L${at(side(1))}L${at(side(-1))}Z`;
}
