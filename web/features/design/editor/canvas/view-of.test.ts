import { expect, test } from "vitest";
import { fittedView, viewWith } from "./view-of.ts";

const pane = { width: 800, height: 600 };

test("a drawing larger than the pane is made to fit, a small one is not blown up", () => {
  const { x, y, zoom } = fittedView({ width: 1600, height: 900 }, pane);
  expect(x).toBeGreaterThanOrEqual(0);
  expect(x + 1600 * zoom).toBeLessThanOrEqual(pane.width);
  expect(y + 900 * zoom).toBeLessThanOrEqual(pane.height);
  expect(fittedView({ width: 100, height: 50 }, pane).zoom).toBeLessThan(1.2);
});

test("what is in sight leaves the view alone", () => {
  const view = { x: 0, y: 0, zoom: 1 };
  expect(viewWith(view, { x: 100, y: 100, width: 200, height: 70 }, pane)).toBe(view);
});

test("what is out of sight is brought in by the least move, at the same zoom", () => {
  const view = { x: 0, y: 0, zoom: 0.5 };
  const moved = viewWith(view, { x: 2000, y: -100, width: 200, height: 70 }, pane);
  expect(moved).toEqual({ x: 800 - 8 - 1000 - 100, y: 58, zoom: 0.5 });
});
