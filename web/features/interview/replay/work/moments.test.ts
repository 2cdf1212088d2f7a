import { expect, test } from "vitest";
import type { Turn, Work } from "../../types.ts";
import { standingAt, turnAt, verdictsBySeq } from "./moments.ts";

const turn = (seq: number, round: number) => ({ seq, round }) as Turn;
const turns = [turn(2, 0), turn(5, 0), turn(9, 1), turn(12, 1), turn(21, 2)];
const moment = (seq: number, text: number, verdict: Work["rounds"][number]["moments"][number]["verdict"] = null) => ({
  seq,
  atMs: 0,
  text,
  verdict,
});
const work: Work = {
  texts: ["a", "b", "c"],
  rounds: [
    {
      round: 1,
      language: "python",
      moments: [moment(8, 0), moment(10, 1), moment(12, 1, { tone: "fail", said: "0 of 2" }), moment(14, 2)],
    },
  ],
};

test("at any place there stands what was made last before it", () => {
  expect([8, 9, 10, 11, 12, 13, 14, 20].map((seq) => standingAt(work, turns, seq)?.at)).toEqual([
    0, 0, 1, 1, 2, 2, 3, 3,
  ]);
});

test("rounds of talk alone have nothing beside them", () => {
  expect(standingAt(work, turns, 5)).toBeUndefined();
  expect(standingAt(work, turns, 21)).toBeUndefined();
  expect(standingAt({ texts: [], rounds: [] }, turns, 9)).toBeUndefined();
});

test("the list stands at the last turn before a place, and at the first one before any", () => {
  expect(turnAt(turns, 14)?.seq).toBe(12);
  expect(turnAt(turns, 1)?.seq).toBe(2);
  expect(turnAt([], 1)).toBeUndefined();
});

test("a run is found by the turn that tells of it", () => {
  expect([...verdictsBySeq(work)]).toEqual([[12, { tone: "fail", said: "0 of 2" }]]);
});
