import { expect, test } from "vitest";
import { nextProblem } from "./next-problem.ts";
import { problem } from "./problem-fixture.ts";

test("what was begun comes before what is new", () => {
  const list = [problem("easy", { difficulty: 1 }), problem("begun", { difficulty: 5, state: "attempted" })];
  expect(nextProblem(list)?.problem.slug).toBe("begun");
});

test("among the new the easiest, then the shortest", () => {
  const list = [
    problem("long", { difficulty: 2, minutes: 40 }),
    problem("hard", { difficulty: 4 }),
    problem("short", { minutes: 15 }),
  ];
  expect(nextProblem(list)?.problem.slug).toBe("short");
});

test("never what cannot be judged here, what is solved, or what was just done", () => {
  const list = [problem("torch", { available: false }), problem("done", { state: "solved" }), problem("this")];
  expect(nextProblem(list, "this")).toBeUndefined();
});
