import { expect, test } from "vitest";
import { arrowHead, smoothPath } from "./edge-path.ts";

test("a smooth path begins at the first point and ends at the last", () => {
  const path = smoothPath([
    { x: 0, y: 0 },
    { x: 10, y: 0 },
    { x: 20, y: 30 },
    { x: 40, y: 30 },
  ]);
  expect(path).toMatch(/^M0 0L/);
  expect(path).toMatch(/L40 30$/);
  expect(path.match(/C/g)).toHaveLength(3);
});

test("two points are a line, fewer are nothing", () => {
  expect(
    smoothPath([
      { x: 1, y: 2 },
      { x: 3, y: 4 },
    ]),
  ).toBe("M1 2L3 4");
  expect(smoothPath([{ x: 1, y: 2 }])).toBe("");
  expect(arrowHead([])).toBe("");
});

test("the head of an arrow points along its last stretch", () => {
  const head = arrowHead([
    { x: 0, y: 0 },
    { x: 20, y: 0 },
  ]);
  expect(head).toBe("M20 0L12 3.6L12 -3.6Z");
});
