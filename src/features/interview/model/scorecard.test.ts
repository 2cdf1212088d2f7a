import { expect, test } from "vitest";
import type { Assessment } from "../../../shared/rounds/assessment.ts";
import { scoreRounds } from "./scorecard.ts";

const dimension = (id: string, score: number | null, se: number | null): Assessment["dimensions"][number] => ({
  id,
  title: id,
  weight: 1,
  score,
  se,
  evidence: [],
  stronger: "",
});

test("a dimension has a level where its error is small, and none where it could be any", () => {
  const assessed: Assessment = {
    score: 0.9,
    se: 0.05,
    topics: [],
    measures: [],
    dimensions: [
      dimension("sure", 0.9, 0.05),
      dimension("fair", 0.9, 0.1),
      dimension("unsure", 0.9, 0.19),
      dimension("one answer", 1, Math.sqrt(0.05)),
      dimension("unmeasured", null, null),
    ],
  };
  const planned = { kind: "breadth" as const, title: "Breadth", minutes: 30, breakMinutes: 0 };
  const [round] = scoreRounds([{ at: 0, planned, assessed, names: [] }], 30).rounds;
  expect(round?.dimensions.map(({ id, level, confidence }) => [id, level, confidence])).toEqual([
    ["sure", "strong-yes", "high"],
    ["fair", "strong-yes", "medium"],
    ["unsure", "strong-yes", "low"],
    ["one answer", null, null],
    ["unmeasured", null, null],
  ]);
  // the figure stays, with its error: only the word is not said
  expect(round?.dimensions[3]?.score).toBe(1);
  expect(round?.level).toBe("strong-yes");
});
