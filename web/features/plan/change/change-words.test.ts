import { expect, test } from "vitest";
import type { Standing } from "../map/types.ts";
import { changedRounds, changeSaid } from "./change-words.ts";

const standing = (expected: number, rows: number, enough = true): Standing => ({
  rows,
  expected,
  interval: [expected - 0.1, expected + 0.1],
  enough,
});
const said = (before: Standing, now: Standing) => changeSaid({ title: "ML Engineer", before, now });

test("what was measured is told as it is: more known, up, down, the same, or still unknown", () => {
  expect(said(standing(0.5, 0, false), standing(0.6, 8))).toBe(
    "It is known now how ready you are as ML Engineer: 60 % (50 to 70 %).",
  );
  expect(said(standing(0.5, 4), standing(0.6, 8))).toBe(
    "Readiness as ML Engineer went up from 50 % to 60 % (50 to 70 %).",
  );
  expect(said(standing(0.7, 4), standing(0.6, 8))).toContain("went down from 70 %");
  expect(said(standing(0.601, 4), standing(0.6, 8))).toContain("stays at 60 %");
  expect(said(standing(0.5, 0, false), standing(0.6, 2, false))).toContain("2 exercises that you had never seen");
  expect(said(standing(0.5, 2, false), standing(0.5, 2, false))).toContain("Nothing of it counts");
});

test("rounds are told where more is known of them, the most changed first", () => {
  const rounds = [
    { round: "as before", before: standing(0.5, 3), now: standing(0.5, 3) },
    { round: "a little", before: standing(0.5, 3), now: standing(0.52, 5) },
    { round: "unknown", before: standing(0.5, 0, false), now: standing(0.9, 1, false) },
    { round: "much", before: standing(0.5, 3), now: standing(0.3, 9) },
  ];
  expect(changedRounds({ rounds }).map(({ round }) => round)).toEqual(["much", "a little"]);
});
