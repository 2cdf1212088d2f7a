import { expect, test } from "vitest";
import { secondsLeft, shareDone } from "./run-pace.ts";

test("a run is as far as its scenarios are", () => {
  expect(shareDone({ index: 1, of: 4, share: 0.5 })).toBe(0.375);
  expect(shareDone({ index: 0, of: 0, share: 0 })).toBe(0);
});

test("the time left follows from the pace, once there is one", () => {
  expect(secondsLeft(0.25, 3)).toBe(9);
  expect(secondsLeft(0.25, 0.4)).toBeUndefined();
  expect(secondsLeft(1, 9)).toBeUndefined();
});
