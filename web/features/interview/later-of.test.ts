import { expect, test } from "vitest";
import { laterOf } from "./later-of.ts";
import type { Session } from "./types.ts";

const at = (seq: number, finishedAt: string | null = null, id = "a") => ({ id, seq, finishedAt }) as Session;

test("an answer that comes late takes nothing back", () => {
  expect(laterOf(at(5), at(3))).toEqual(at(5));
  expect(laterOf(at(5), at(6))).toEqual(at(6));
  expect(laterOf(at(5, "now"), at(5))).toEqual(at(5, "now"));
  expect(laterOf(at(5), at(5, "now"))).toEqual(at(5, "now"));
});

test("another mock is not compared", () => {
  expect(laterOf(undefined, at(1))).toEqual(at(1));
  expect(laterOf(at(5), at(1, null, "b"))).toEqual(at(1, null, "b"));
});
