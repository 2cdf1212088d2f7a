import type { Kind, ProblemState, ProblemSummary } from "../types.ts";

/** What the list is narrowed to; kept in the address, so that it can be shared and comes back with "back". */
export type Filters = {
  q?: string | undefined;
  skill?: string | undefined;
  difficulty?: number | undefined;
  kind?: Kind | undefined;
  role?: string | undefined;
  state?: ProblemState | undefined;
  pattern?: string | undefined;
};

export type Facet = "skill" | "pattern" | "difficulty" | "kind" | "role" | "state";

/** Classical algorithm patterns that come in the clothes of machine learning, to be drilled one by one. */
export const classicalPatterns: readonly string[] = [
  "binary search",
  "dynamic programming",
  "heap",
  "interval merging",
  "shortest path",
  "sliding window",
  "topological order",
  "trie",
  "two pointers",
  "union–find",
];

const kinds: readonly string[] = ["implement", "optimise", "debug", "progressive"] satisfies Kind[];
const states: readonly string[] = ["new", "attempted", "solved"] satisfies ProblemState[];

const text = (value: unknown): string | undefined => {
  const told = typeof value === "number" ? String(value) : value;
  return typeof told === "string" && told !== "" ? told : undefined;
};
const oneOf = <T extends string>(allowed: readonly string[], value: unknown): T | undefined =>
  typeof value === "string" && allowed.includes(value) ? (value as T) : undefined;

/** Filters out of an address that anyone may have typed: what makes no sense is dropped. */
export function parseFilters(search: Record<string, unknown>): Filters {
  const difficulty = Number(search.difficulty);
  const filters: Filters = {
    q: text(search.q),
    skill: text(search.skill),
    difficulty: Number.isInteger(difficulty) && difficulty >= 1 && difficulty <= 5 ? difficulty : undefined,
    kind: oneOf<Kind>(kinds, search.kind),
    role: text(search.role),
    state: oneOf<ProblemState>(states, search.state),
    pattern: oneOf(classicalPatterns, search.pattern),
  };
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
}

const fold = (words: string) => words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

function mentions(problem: ProblemSummary, query: string): boolean {
  const skills = problem.skills.flatMap(({ id, title }) => [id, title]);
  const all = fold([problem.title, problem.slug, problem.kind, problem.tier, ...skills, ...problem.patterns].join(" "));
  return fold(query)
    .split(/\s+/)
    .every((word) => all.includes(word));
}

/** The values of a facet that a problem has. */
function facetValues(problem: ProblemSummary, facet: Facet): readonly string[] {
  switch (facet) {
    case "skill":
      return problem.skills.map(({ id }) => id);
    case "role":
      return problem.roles;
    case "pattern":
      return problem.patterns;
    case "difficulty":
      return [String(problem.difficulty)];
    case "kind":
      return [problem.kind];
    case "state":
      return [problem.state];
  }
}

const facets: readonly Facet[] = ["skill", "pattern", "difficulty", "kind", "role", "state"];

export function applyFilters(problems: readonly ProblemSummary[], filters: Filters): ProblemSummary[] {
  const { q } = filters;
  return problems.filter(
    (problem) =>
      facets.every(
        (facet) => filters[facet] === undefined || facetValues(problem, facet).includes(String(filters[facet])),
      ) &&
      (q === undefined || mentions(problem, q)),
  );
}

/** How many problems each value of a facet would leave, given all the other filters. */
export function facetCounts(problems: readonly ProblemSummary[], filters: Filters, facet: Facet): Map<string, number> {
  const counts = new Map<string, number>();
  for (const problem of applyFilters(problems, { ...filters, [facet]: undefined })) {
    for (const value of facetValues(problem, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

export const isFiltered = (filters: Filters): boolean => Object.values(filters).some((value) => value !== undefined);
