import type { Abilities, SkillTree } from "./abilities.ts";
import { type Candidate, narrowing, readinessFor, type Weights } from "./readiness.ts";
import { byArea } from "./shares.ts";

/** An item that a diagnostic may ask: held out, and never shown. */
export type Offered = Candidate & { area: string };

/** What has happened so far: the areas that were asked about, one for each item, and the minutes used. */
type Progress = { askedAreas: readonly string[]; minutes: number };

/** Why a diagnostic is over by itself. */
export const Over = ["narrow-enough", "time", "no-more-questions"] as const;
export type Over = (typeof Over)[number];

/** How long a diagnostic is, and how many items it may use up: answers of "I don't know" take no time. */
export const LIMITS = { least: 25, most: 35, questions: 15 } as const;

/** Half an interval of so much is narrow enough at any time once each area was asked about, or after the least minutes. */
const NARROW = { atAnyTime: 0.1, afterLeast: 0.15 };

/** What a role weighs by area, the heaviest first. */
export function areaWeights(weights: Weights, skills: SkillTree): Map<string, number> {
  const areas = byArea((id) => weights.get(id) ?? 0, skills);
  return new Map([...areas].filter(([, weight]) => weight > 0).sort(([, a], [, b]) => b - a));
}

/**
 * The item that narrows a role's readiness most for each minute: of areas not asked about yet while there are any, then of
 * all. Items far from the ability that is believed say less, and therefore come later.
 */
export function nextItem<T extends Offered>(
  abilities: Abilities,
  weights: Weights,
  { offered, askedAreas }: { offered: readonly T[]; askedAreas: readonly string[] },
): T | undefined {
  const weighed = offered.filter((each) => isWeighed(each, weights));
  const fresh = weighed.filter(({ area }) => !askedAreas.includes(area));
  return narrowing(abilities, weights, fresh.length > 0 ? fresh : weighed, 1)[0];
}

/** Whether an item is about something that the role weighs. */
export function isWeighed({ skills: [first = ""] }: Pick<Offered, "skills">, weights: Weights): boolean {
  return (weights.get(first) ?? 0) > 0;
}

/** Why nothing more is asked; null: `next` is. */
export function whyOver(
  abilities: Abilities,
  weights: Weights,
  { askedAreas, minutes, next }: Progress & { next: Offered | undefined },
): Over | null {
  if (next === undefined) return "no-more-questions";
  if (minutes + next.minutes > LIMITS.most || askedAreas.length >= LIMITS.questions) return "time";
  if (!askedAreas.includes(next.area)) return null;
  const { interval } = readinessFor(abilities, weights);
  const half = (interval[1] - interval[0]) / 2;
  const narrow = minutes >= LIMITS.least ? NARROW.afterLeast : NARROW.atAnyTime;
  return half <= narrow ? "narrow-enough" : null;
}
