import { expect, test } from "vitest";
import { createRoundClock } from "./round-clock.ts";

function world() {
  const at = { ms: 50_000 };
  return { at, clock: createRoundClock(10_000, () => at.ms) };
}

test("it goes on from where the round was", () => {
  const { at, clock } = world();
  at.ms += 3_000;
  expect(clock.elapsedMs()).toBe(13_000);
});

test("it stands still while the page is hidden, and while the machine sleeps", () => {
  const { at, clock } = world();
  clock.run("paused");
  at.ms += 20_000;
  clock.run("running");
  at.ms += 1_000;
  expect(clock.elapsedMs()).toBe(11_000);
  at.ms += 3_600_000;
  expect(clock.elapsedMs()).toBe(11_000);
});

test("where another page has seen more it follows, and never runs back", () => {
  const { at, clock } = world();
  clock.atLeast(15_000);
  clock.atLeast(12_000);
  at.ms += 1_000;
  expect(clock.elapsedMs()).toBe(16_000);
});
