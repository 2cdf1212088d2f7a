import { expect, test } from "vitest";
import { canBeSpoken, paceAdvice, paceOf } from "./pace.ts";

test("pace is words a minute, once there is enough to tell", () => {
  expect(paceOf(150, 60)).toBe(150);
  expect(paceOf(10, 60)).toBeUndefined();
  expect(paceOf(100, 5)).toBeUndefined();
});

test("nothing is said within the usual range", () => {
  expect([100, 150, 200].map(paceAdvice)).toEqual(["slower than most", undefined, "faster than most"]);
});

test("more words than anybody speaks in that time were typed", () => {
  expect([canBeSpoken(40, 10), canBeSpoken(41, 10), canBeSpoken(0, 0.9)]).toEqual([true, false, false]);
});
