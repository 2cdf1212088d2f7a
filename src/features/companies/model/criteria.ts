import type { CompanyBody, Criterion } from "../schema.ts";

type UsualCriterion = { id: string; name: string; about: string; themes: readonly string[] };

/** What everybody should know of a company, and the themes of the questions that find it out. */
const USUAL_CRITERIA: readonly UsualCriterion[] = [
  {
    id: "team",
    name: "Team",
    about: "People, manager, how they decide, pace and on-call.",
    themes: ["team", "pace", "evaluation"],
  },
  {
    id: "data",
    name: "Data",
    about: "What there is to train on, whose it is, how good.",
    themes: ["data", "evaluation"],
  },
  { id: "compute", name: "Compute", about: "What one person really gets, and how long it waits.", themes: ["compute"] },
  { id: "safety", name: "Safety", about: "Who can stop a launch, and whether anybody did.", themes: ["safety"] },
  {
    id: "growth",
    name: "Growth",
    about: "What you learn, how people rise, what you may publish.",
    themes: ["growth", "research"],
  },
  { id: "pay", name: "Pay", about: "All of it, and how sure it is to last.", themes: ["pay", "stability"] },
  {
    id: "values",
    name: "Values",
    about: "What it does when that costs something; whom the product serves.",
    themes: ["values", "product"],
  },
];

const USUAL_WEIGHT = 3;

/** A company of which nothing is known yet. */
export function blankCompany(name: string): CompanyBody {
  const criteria = USUAL_CRITERIA.map(({ id }) => blankCriterion(id, null));
  return { name, notes: "", links: [], criteria, flags: [], meetings: [] };
}

export function blankCriterion(id: string, name: string | null): Criterion {
  return { id, name, weight: USUAL_WEIGHT, score: null, evidence: [] };
}

export function usualOf(id: string): UsualCriterion | undefined {
  return USUAL_CRITERIA.find((each) => each.id === id);
}

export function nameOf({ id, name }: Criterion): string {
  return name ?? usualOf(id)?.name ?? id;
}
