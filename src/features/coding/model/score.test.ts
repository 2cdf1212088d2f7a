import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Verdict } from "../schema.ts";
import { scoreOf, standardErrorOf } from "./score.ts";

const verdict = (passed: number, total: number, more: Partial<Verdict> = {}): Verdict => ({
  verdict: passed === total ? "accepted" : "wrong-answer",
  tier: "numpy",
  sandbox: "full",
  tests: Array.from({ length: total }, (_, at) => ({
    name: `t${at}`,
    why: "",
    visible: false,
    level: 1,
    fault: null,
    status: at < passed ? ("passed" as const) : ("failed" as const),
    message: "",
    ms: 1,
  })),
  wallMs: 1,
  cpuMs: 1,
  peakMemoryMb: 1,
  stdout: "",
  ...more,
});
const none = { hints: 0, revealed: false };

test("accepted without help scores 1, each hint takes 5 %, a revealed solution all", () => {
  expect(scoreOf(verdict(8, 8), { levels: 1, help: none })).toBe(1);
  expect(scoreOf(verdict(8, 8), { levels: 1, help: { ...none, hints: 2 } })).toBeCloseTo(0.9);
  expect(scoreOf(verdict(8, 8), { levels: 1, help: { ...none, revealed: true } })).toBe(0);
});

test("one failing test of many is no solution: at most a half", () => {
  expect(scoreOf(verdict(19, 20), { levels: 1, help: none })).toBeCloseTo(0.475);
});

test("faults mended count in a debugging problem, levels in a progressive one", () => {
  const faults = [
    { id: "a", found: true },
    { id: "b", found: false },
  ];
  expect(scoreOf(verdict(1, 9, { faults }), { levels: 1, help: none })).toBeCloseTo(0.25);
  expect(scoreOf(verdict(4, 4, { levelsPassed: 2 }), { levels: 3, help: none })).toBeCloseTo((2 + 0.5) / 3);
  expect(scoreOf(verdict(9, 9, { levelsPassed: 3 }), { levels: 3, help: none })).toBe(1);
});

test("a forbidden shortcut scores 0", () => {
  expect(scoreOf(verdict(5, 6, { verdict: "forbidden" }), { levels: 1, help: none })).toBe(0);
});

test("score stays in [0, 1], and its standard error is never 0", () => {
  const any = fc.record({ total: fc.nat(30), passed: fc.nat(30), hints: fc.nat(30) });
  fc.assert(
    fc.property(any, ({ total, passed, hints }) => {
      const score = scoreOf(verdict(Math.min(passed, total), total), { levels: 1, help: { hints, revealed: false } });
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
      expect(standardErrorOf(score, total)).toBeGreaterThan(0.1);
      expect(standardErrorOf(score, total)).toBeLessThan(0.3);
    }),
  );
});
