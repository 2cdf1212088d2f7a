import { expect, test } from "vitest";
import { simplify } from "./simplify.ts";

const waves = Array.from({ length: 6000 }, (_, at) => Math.sin(at / 90) + 0.2 * Math.sin(at * 1.7));

test("a short series stays as it is", () => {
  expect(simplify([1, 2, 3], 200)).toEqual([
    [
      { at: 0, value: 1 },
      { at: 1, value: 2 },
      { at: 2, value: 3 },
    ],
  ]);
});

test("what was not measured is a gap, and a value between two gaps stays", () => {
  const stretches = simplify([null, 1, 2, null, 4, null], 200);
  expect(stretches.map((points) => points.map(({ at }) => at))).toEqual([[1, 2], [4]]);
});

test("a long series is thinned to what was asked for", () => {
  const [points = []] = simplify(waves, 200);
  expect(points.length).toBeLessThanOrEqual(202);
  expect(points.length).toBeGreaterThan(100);
});

test("a peak of a single bin is kept, and so are both ends", () => {
  const spiked = waves.with(3210, 40);
  const [points = []] = simplify(spiked, 100);
  expect(points).toContainEqual({ at: 3210, value: 40 });
  expect(points[0]?.at).toBe(0);
  expect(points.at(-1)?.at).toBe(5999);
});

test("points stay in the order of time", () => {
  const at = simplify(waves, 120)
    .flat()
    .map((point) => point.at);
  expect(at).toEqual(at.toSorted((a, b) => a - b));
});

test("nothing measured is nothing drawn", () => {
  expect(simplify([null, null], 100)).toEqual([]);
  expect(simplify([], 100)).toEqual([]);
});
