import type { ProblemSummary } from "../types.ts";

/** A problem for tests, with what matters to the test put in. */
export function problem(slug: string, rest: Partial<ProblemSummary> = {}): ProblemSummary {
  return {
    slug,
    id: slug,
    title: slug.replaceAll("-", " "),
    kind: "implement",
    skills: [{ id: "coding.arrays", title: "Arrays" }],
    difficulty: 2,
    minutes: 25,
    tier: "numpy",
    roles: ["mle"],
    patterns: [],
    state: "new",
    available: true,
    ...rest,
  };
}
