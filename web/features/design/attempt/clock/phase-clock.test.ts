import { expect, test } from "vitest";
import { createPhaseClock } from "./phase-clock.ts";

test("time counts for the phase that one is in, and goes on from what was spent before", () => {
  let nowMs = 0;
  const clock = createPhaseClock({ seconds: { clarify: 60 }, phase: "clarify", now: () => nowMs });
  nowMs = 30_000;
  clock.enter("scope");
  nowMs = 45_000;
  clock.enter("clarify");
  nowMs = 50_000;
  clock.enter("clarify");
  expect(clock.get()).toEqual({ clarify: 95, scope: 15 });
});

test("a night with the lid closed does not count", () => {
  let nowMs = 0;
  const clock = createPhaseClock({ seconds: {}, phase: "design", now: () => nowMs });
  nowMs = 8 * 3_600_000;
  clock.enter("defend");
  expect(clock.get()).toEqual({ design: 0 });
});
