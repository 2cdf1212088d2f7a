import type { Audience, ConceptSummary } from "../types.ts";
import { isAudience } from "../wording.ts";

/** What the list is narrowed to; kept in the address. */
export type Filters = { area?: string | undefined; audience?: Audience | undefined; standing?: Standing | undefined };
type Standing = keyof typeof standingNames;
export type Facet = keyof Filters;

export const standingNames = {
  new: "not explained yet",
  part: "explained to some",
  all: "explained to everybody",
} as const;

/** Filters out of an address that anyone may have typed: what makes no sense is dropped. */
export function parseFilters({ area, audience, standing }: Record<string, unknown>): Filters {
  return {
    ...(typeof area === "string" && area !== "" ? { area } : {}),
    ...(isAudience(audience) ? { audience } : {}),
    ...(typeof standing === "string" && Object.hasOwn(standingNames, standing)
      ? { standing: standing as Standing }
      : {}),
  };
}

function standingOfConcept({ audiences }: ConceptSummary): Standing {
  const told = audiences.filter(({ attempts }) => attempts > 0).length;
  if (told === 0) return "new";
  return told === audiences.length ? "all" : "part";
}

export function applyFilters(concepts: readonly ConceptSummary[], filters: Filters): ConceptSummary[] {
  const { area, audience, standing } = filters;
  return concepts.filter(
    (concept) =>
      (area === undefined || concept.area.id === area) &&
      (audience === undefined || concept.audiences.some((each) => each.audience === audience)) &&
      (standing === undefined || standingOfConcept(concept) === standing),
  );
}

/** How many concepts a value of a facet would leave, given all the other filters. */
export function countOf(concepts: readonly ConceptSummary[], filters: Filters, only: Filters): number {
  return applyFilters(concepts, { ...filters, ...only }).length;
}
