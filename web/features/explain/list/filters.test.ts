import { expect, test } from "vitest";
import type { ConceptSummary } from "../types.ts";
import { applyFilters, countOf, parseFilters } from "./filters.ts";

const concept = (slug: string, area: string, ...attempts: number[]): ConceptSummary => ({
  slug,
  title: slug,
  area: { id: area, title: area },
  skills: [],
  difficulty: 2,
  roles: [],
  audiences: attempts.map((count, at) => ({
    audience: (["executive", "junior"] as const)[at] ?? "researcher",
    attempts: count,
    last: null,
    best: null,
  })),
});
const CONCEPTS = [concept("new", "genai", 0, 0), concept("part", "genai", 2, 0), concept("all", "evaluation", 1, 1, 3)];

test("what an address cannot mean is dropped", () => {
  expect(parseFilters({ area: "genai", audience: "my mother", standing: "lost", q: "x" })).toEqual({ area: "genai" });
});

test("filters narrow together, and say how many they would leave", () => {
  const slugs = (filters: Parameters<typeof applyFilters>[1]) =>
    applyFilters(CONCEPTS, filters).map(({ slug }) => slug);
  expect(slugs({ audience: "researcher" })).toEqual(["all"]);
  expect(slugs({ area: "genai", standing: "part" })).toEqual(["part"]);
  expect(countOf(CONCEPTS, { area: "genai" }, { standing: "all" })).toBe(0);
});
