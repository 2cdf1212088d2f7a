import { describe, expect, test } from "vitest";
import { applyFilters, facetCounts, isFiltered, parseFilters } from "./filters.ts";
import { problem } from "./problem-fixture.ts";

const problems = [
  problem("focal-loss", { skills: [{ id: "dl.losses", title: "Loss functions" }], difficulty: 3, state: "attempted" }),
  problem("k-means", { skills: [{ id: "ml.clustering", title: "Clustering" }], kind: "optimise" }),
  problem("training-loop", {
    kind: "debug",
    difficulty: 3,
    roles: ["mle", "research-scientist"],
    patterns: ["autograd", "heap"],
  }),
];
const slugs = (filters: Record<string, unknown>) =>
  applyFilters(problems, parseFilters(filters)).map(({ slug }) => slug);

describe("an address", () => {
  test("keeps what makes sense and drops the rest", () => {
    expect(parseFilters({ q: "loss", difficulty: "3", kind: "cook", state: "solved", page: 4 })).toEqual({
      q: "loss",
      difficulty: 3,
      state: "solved",
    });
    expect(parseFilters({ difficulty: 9, q: "" })).toEqual({});
  });

  test("a number typed as text search stays text", () => expect(parseFilters({ q: 800 })).toEqual({ q: "800" }));
});

describe("the list", () => {
  test("shows all while nothing is asked", () => expect(slugs({})).toHaveLength(3));
  test("narrows by every filter at once", () =>
    expect(slugs({ difficulty: 3, kind: "debug" })).toEqual(["training-loop"]));
  test("finds words in title, skill and pattern", () => {
    expect(slugs({ q: "LOSS functions" })).toEqual(["focal-loss"]);
    expect(slugs({ q: "autograd" })).toEqual(["training-loop"]);
    expect(slugs({ q: "autograd loss" })).toEqual([]);
  });
  test("filters by role, state and classical pattern; no other pattern is one to drill", () => {
    expect(slugs({ pattern: "heap" })).toEqual(["training-loop"]);
    expect(parseFilters({ pattern: "autograd" })).toEqual({});
    expect(slugs({ role: "research-scientist" })).toEqual(["training-loop"]);
    expect(slugs({ state: "attempted" })).toEqual(["focal-loss"]);
  });
});

test("a choice says how many problems it would leave under the other filters", () => {
  const counts = facetCounts(problems, { difficulty: 3, kind: "debug" }, "kind");
  expect(Object.fromEntries(counts)).toEqual({ implement: 1, debug: 1 });
});

test("an absent filter does not count as filtering", () => {
  expect(isFiltered({ q: undefined })).toBe(false);
  expect(isFiltered({ state: "new" })).toBe(true);
});
