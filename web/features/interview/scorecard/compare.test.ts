import { expect, test } from "vitest";
import type { Scorecard } from "../types.ts";
import { changeSaid, comparedRounds } from "./compare.ts";
import { roomPath } from "./room-path.ts";

test("a change is told with its direction, and none where there is none", () => {
  expect(changeSaid(0.7, 0.64)).toBe("0.06 better");
  expect(changeSaid(0.5, 0.64)).toBe("0.14 worse");
  expect(changeSaid(0.641, 0.64)).toBe("the same");
});

test("rounds are compared by kind, with the mean of several, and only where both were measured", () => {
  const scorecard = {
    rounds: [
      { kind: "breadth", title: "ML breadth", score: 0.6 },
      { kind: "behavioral", title: "Behavioral", score: null },
      { kind: "design", title: "Design", score: 0.5 },
    ],
    before: {
      rounds: [
        { kind: "breadth", score: 0.4 },
        { kind: "breadth", score: 0.6 },
        { kind: "behavioral", score: 0.5 },
      ],
    },
  } as unknown as Scorecard;
  expect(comparedRounds(scorecard)).toEqual([{ title: "ML breadth", now: 0.6, before: 0.5 }]);
  expect(comparedRounds({ ...scorecard, before: null })).toEqual([]);
});

test("an address that is none of the app's leads to recall", () => {
  expect(roomPath("/stories")).toBe("/stories");
  expect(roomPath("https://elsewhere.example")).toBe("/recall");
});
