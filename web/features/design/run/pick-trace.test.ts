import { expect, test } from "vitest";
import { pickTraces } from "./pick-trace.ts";

const trace = (latency: number) => ({
  at: 0,
  latency,
  spans: [{ node: "app", from: 0, to: latency, waited: 0, state: "ok" as const }],
});
const picked = (...latencies: number[]) =>
  pickTraces(latencies.map(trace)).map(({ kind, trace: { latency } }) => `${kind} ${latency}`);

test("a typical, a slow and the slowest request are named, however they come", () => {
  expect(picked(9, 1, 4)).toEqual(["typical 1", "slow 4", "slowest 9"]);
});

test("fewer requests have fewer names, and none has two", () => {
  expect(picked(1, 9)).toEqual(["typical 1", "slowest 9"]);
  expect(picked(1)).toEqual(["typical 1"]);
  expect(picked()).toEqual([]);
});
