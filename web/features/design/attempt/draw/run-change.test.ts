import { expect, test } from "vitest";
import type { ObjectiveResult } from "../../types.ts";
import { changeBetween, metOf } from "./run-change.ts";

const objective = (title: string, met: boolean): ObjectiveResult => ({
  id: title,
  title,
  scenario: "normal",
  metric: "p99",
  fault: null,
  target: { atMost: 0.2 },
  value: 0.1,
  met,
  unit: "s",
});
const run = (held: Record<string, boolean>) => ({
  objectives: Object.entries(held).map(([title, met]) => objective(title, met)),
});

test("a run says how many objectives hold", () => {
  expect(metOf(run({ latency: true, cost: false }))).toBe("1 of 2 objectives hold.");
});

test("a second run says what it won and what it lost", () => {
  const [first, second] = [run({ latency: false, cost: true }), run({ latency: true, cost: false })];
  expect(changeBetween(first, second)).toBe("Won since the first run: latency. Lost since the first run: cost.");
  expect(changeBetween(first, first)).toBeUndefined();
});
