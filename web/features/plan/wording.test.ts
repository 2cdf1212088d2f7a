import { expect, test } from "vitest";
import { readinessMoved } from "./wording.ts";

const unknown = { expected: 0.6, interval: [0.33, 0.86] as [number, number], enough: false };
const known = { expected: 0.52, interval: [0.45, 0.59] as [number, number], enough: true };

test("a week that ends with enough evidence says where one stands, also where it began without", () => {
  expect(readinessMoved({ before: unknown, now: known, change: null })).toMatch(/is 52 % \(45 % to 59 %\); a week ago/);
  expect(readinessMoved({ before: unknown, now: unknown, change: null })).toContain("not enough evidence");
  expect(readinessMoved({ before: known, now: known, change: 0.04 })).toContain("rose by 4 points, to 52 %");
  expect(readinessMoved({ before: known, now: known, change: 0.001 })).toContain("did not move, and is 52 %");
});
