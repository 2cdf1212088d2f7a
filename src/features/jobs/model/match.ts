import type { Match, SkillMatch } from "../schema.ts";

/** What a posting asks for: weights and phrases by the ids of skills. */
export type PostingReading = {
  role: string | null;
  level: string | null;
  weights: Readonly<Record<string, number>>;
  phrases: Readonly<Record<string, readonly string[]>>;
};
/** What is known of a candidate in one skill; without an entry, nothing is. */
type SkillStanding = { expected: number; enough: boolean };
export type Standings = {
  skills: ReadonlyMap<string, SkillStanding>;
  /** What is expected over weighed skills together, of which more is known than of each; null where too little is. */
  over: (weights: ReadonlyMap<string, number>) => number | null;
};

/** From here on a skill is had: more right than wrong on middling items, with room for one slip in three. */
const HAD_FROM = 0.65;

/** A posting beside a candidate: what they have, what is missing, and what nobody knows yet. */
export function matchOf(
  { weights, phrases }: PostingReading,
  standings: Standings,
  titleOf: (skill: string) => string,
): Match {
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  const skills = Object.entries(weights)
    .filter(([, weight]) => weight > 0)
    .map(([skill, weight]): SkillMatch => {
      const standing = standings.skills.get(skill);
      return {
        skill,
        title: titleOf(skill),
        weight: weight / total,
        phrases: [...(phrases[skill] ?? [])],
        expected: standing?.enough ? standing.expected : null,
      };
    })
    .sort((a, b) => b.weight - a.weight);
  const known = skills.reduce((sum, { weight, expected }) => sum + (expected === null ? 0 : weight), 0);
  return {
    score: skills.length === 0 ? null : standings.over(new Map(skills.map(({ skill, weight }) => [skill, weight]))),
    known,
    have: skills.filter((each) => each.expected !== null && each.expected >= HAD_FROM),
    missing: skills.filter((each) => each.expected !== null && each.expected < HAD_FROM),
    unknown: skills.filter((each) => each.expected === null),
  };
}
