import * as fc from "fast-check";
import { expect, test } from "vitest";
import { leastChange } from "./least-change.ts";

const applied = (before: string, { from, to, insert }: ReturnType<typeof leastChange>) =>
  before.slice(0, from) + insert + before.slice(to);

test("applied to the one text it gives the other", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "\n") });
  fc.assert(fc.property(text, text, (before, after) => applied(before, leastChange(before, after)) === after));
});

test("what is the same at both ends stays untouched", () => {
  expect(leastChange("cache{ttl=60s} -> app", "cache{ttl=90s} -> app")).toEqual({ from: 10, to: 11, insert: "9" });
  expect(leastChange("same", "same")).toEqual({ from: 4, to: 4, insert: "" });
});
