import type { SkillTree } from "./abilities.ts";

/** Weights of skills, by id; they need not sum to one. */
export type Weights = ReadonlyMap<string, number>;

/** Of a skill by its id. */
type Share = (id: string) => number;

/** A skill's weight as a part of what all of them weigh. */
export function sharesOf(weights: Weights, skills: SkillTree): Share {
  const total = skills.reduce((sum, { id }) => sum + (weights.get(id) ?? 0), 0);
  return (id) => (total > 0 ? (weights.get(id) ?? 0) / total : 0);
}

/** What skills come to by area, areas in the order of the tree. */
export function byArea(of: Share, skills: SkillTree): Map<string, number> {
  const areas = new Map<string, number>();
  for (const { id, area } of skills) areas.set(area, (areas.get(area) ?? 0) + of(id));
  return areas;
}
