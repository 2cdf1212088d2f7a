import { expect, test } from "vitest";
import { bandLabels, spreadLabels } from "./place-labels.ts";

const room = { gap: 14, from: 10, to: 110 };

test("labels with room stay where they wish", () => {
  expect(spreadLabels([20, 60, 100], room)).toEqual([20, 60, 100]);
});

test("labels that collide are moved apart and stay in order", () => {
  const places = spreadLabels([62, 60, 61], room);
  const sorted = places.toSorted((a, b) => a - b);
  expect(places[1]).toBe(sorted[0]);
  expect(sorted.slice(1).every((place, at) => place - (sorted[at] ?? 0) >= 14)).toBe(true);
});

test("labels never leave the plot", () => {
  const places = spreadLabels([109, 110, 110, 110], room);
  expect(Math.max(...places)).toBeLessThanOrEqual(110);
  expect(Math.min(...places)).toBeGreaterThanOrEqual(10);
});

test("names of bands that would overlap stand in rows", () => {
  const [first, second, third] = bandLabels(
    [
      { x: 50, name: "Card-testing burst" },
      { x: 80, name: "Scorer down" },
      { x: 300, name: "Slow feature store" },
    ],
    { left: 40, right: 500 },
  );
  expect([first?.row, second?.row, third?.row]).toEqual([0, 1, 0]);
});

test("the name of a late band moves left, and one too long is shortened", () => {
  const [placed] = bandLabels([{ x: 480, name: "Provider outage" }], { left: 40, right: 500 });
  expect((placed?.x ?? 500) + 15 * 6).toBeLessThan(500);
  const [long] = bandLabels([{ x: 50, name: "A very long name of a fault that happened" }], { left: 40, right: 160 });
  expect(long?.text.endsWith("…")).toBe(true);
});
