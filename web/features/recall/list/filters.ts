import type { QuestionKind, QuestionSummary } from "../types.ts";
import { kindNames, type Standing, standingNames, standingOf } from "../wording.ts";

/** What the list is narrowed to; kept in the address. */
export type Filters = {
  q?: string | undefined;
  area?: string | undefined;
  kind?: QuestionKind | undefined;
  role?: string | undefined;
  standing?: Standing | undefined;
};
export type Facet = Exclude<keyof Filters, "q">;

const text = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : typeof value === "number" ? String(value) : undefined;
const keyOf = <T extends string>(known: Record<T, unknown>, value: unknown): T | undefined =>
  typeof value === "string" && value in known ? (value as T) : undefined;

/** Filters out of an address that anyone may have typed: what makes no sense is dropped. */
export function parseFilters(search: Record<string, unknown>): Filters {
  const filters: Filters = {
    q: text(search.q),
    area: text(search.area),
    kind: keyOf(kindNames, search.kind),
    role: text(search.role),
    standing: keyOf(standingNames, search.standing),
  };
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
}

const facets: readonly Facet[] = ["area", "kind", "role", "standing"];

function valuesOf(question: QuestionSummary, facet: Facet): readonly string[] {
  switch (facet) {
    case "area":
      return [question.area.id];
    case "kind":
      return [question.kind];
    case "role":
      return question.roles;
    case "standing":
      return [standingOf(question)];
  }
}

/** `found`: slugs that the search came upon, best first; undefined while nothing is searched for. */
export function applyFilters(
  questions: readonly QuestionSummary[],
  filters: Filters,
  found: readonly string[] | undefined,
): QuestionSummary[] {
  const kept = questions.filter((question) =>
    facets.every((facet) => filters[facet] === undefined || valuesOf(question, facet).includes(filters[facet])),
  );
  if (found === undefined) return kept;
  const rank = new Map(found.map((slug, at) => [slug, at]));
  return kept.filter(({ slug }) => rank.has(slug)).sort((a, b) => (rank.get(a.slug) ?? 0) - (rank.get(b.slug) ?? 0));
}

/** How many questions each value of a facet would leave, given all the other filters. */
export function facetCounts(
  questions: readonly QuestionSummary[],
  filters: Filters,
  { facet, found }: { facet: Facet; found: readonly string[] | undefined },
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const question of applyFilters(questions, { ...filters, [facet]: undefined }, found))
    for (const value of valuesOf(question, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
