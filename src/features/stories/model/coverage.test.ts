import { expect, test } from "vitest";
import { coverageOf, overusedStories } from "./coverage.ts";

const levels = (given: Record<string, number>) =>
  Object.entries(given).map(([id, level]) => ({ id: id as "conflict", level }));

test("a competency is covered, weak or a gap, and its strongest story comes first", () => {
  const rows = coverageOf(
    ["conflict", "ethics", "impact"],
    [
      { id: "a", levels: levels({ conflict: 3, ethics: 2 }) },
      { id: "b", levels: levels({ conflict: 5 }) },
    ],
  );
  expect(rows).toEqual([
    {
      competency: "conflict",
      cells: [
        { story: "b", level: 5 },
        { story: "a", level: 3 },
      ],
      state: "covered",
    },
    { competency: "ethics", cells: [{ story: "a", level: 2 }], state: "weak" },
    { competency: "impact", cells: [], state: "gap" },
  ]);
});

test("a story that stands alone for more than three competencies is over-used; one with company is not", () => {
  const ids = ["conflict", "ethics", "impact", "failure"] as const;
  const all = levels({ conflict: 4, ethics: 4, impact: 4, failure: 4 });
  expect(overusedStories(coverageOf(ids, [{ id: "a", levels: all }]))).toEqual([
    { story: "a", competencies: [...ids] },
  ]);
  expect(
    overusedStories(
      coverageOf(ids, [
        { id: "a", levels: all },
        { id: "b", levels: levels({ ethics: 3 }) },
      ]),
    ),
  ).toEqual([]);
});
