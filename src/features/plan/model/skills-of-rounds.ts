import type { RoundKind } from "../../../shared/rounds/round-kind.ts";
import type { SkillTree } from "./abilities.ts";
import type { Weights } from "./readiness.ts";

/** The areas of skills that a round of a kind draws on. */
const AREAS: Record<RoundKind, readonly string[]> = {
  coding: ["coding"],
  debugging: ["coding", "deep-learning"],
  progressive: ["coding"],
  assisted: ["coding"],
  breadth: ["fundamentals", "deep-learning", "evaluation", "data", "genai"],
  depth: ["fundamentals", "deep-learning", "evaluation", "genai"],
  design: ["system-design", "mlops", "data"],
  "responsible-ai": ["responsible-ai"],
  behavioral: ["behavioral"],
  "deep-dive": ["research", "communication", "evaluation"],
  paper: ["research", "communication"],
  "own-paper": ["research", "communication"],
  metrics: ["evaluation", "data", "fundamentals"],
  "hiring-manager": ["behavioral", "communication"],
};

/** What a role's interviews weigh, a weight a skill: its own, else its share of its area's. */
export function weightsOfRole(role: { weights: Readonly<Record<string, number>> }, skills: SkillTree): Weights {
  const inArea = Map.groupBy(
    skills.filter(({ id }) => role.weights[id] === undefined),
    ({ area }) => area,
  );
  return new Map(
    skills.map(({ id, area }) => {
      const own = role.weights[id];
      return [id, own ?? (role.weights[area] ?? 0) / (inArea.get(area)?.length ?? 1)];
    }),
  );
}

/** The part of a role's weights that a round draws on; all its skills alike where the role weighs none of them. */
export function weightsOfRound(kind: RoundKind, ofRole: Weights, skills: SkillTree): Weights {
  const drawn = skills.filter(({ area }) => AREAS[kind].includes(area));
  const weighed = drawn.some(({ id }) => (ofRole.get(id) ?? 0) > 0);
  return new Map(drawn.map(({ id }) => [id, weighed ? (ofRole.get(id) ?? 0) : 1]));
}
