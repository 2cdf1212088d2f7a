import {
  expectedScore,
  logistic,
  logitOf,
  type Observation,
  type SkillTree,
} from "../../src/features/plan/model/abilities.ts";
import { seededRandom } from "../../src/lib/random.ts";

/** How a simulated person learns, forgets and answers; abilities in logits, known to the simulation alone. */
export type Manner = {
  gain: number;
  /** Logits lost in a day without exercise. */
  lossADay: number;
  areaSpread: number;
  skillSpread: number;
  /** Share of the points that guessing earns. */
  guessing: number;
  /** How many points an answer has, each met or not: 1 is right or wrong alone. */
  points: number;
  /** Chance of taking a hint, which it says, and what a hint is worth. */
  hints: { chance: number; worth: number };
};

export const USUAL: Manner = {
  gain: 0.03,
  lossADay: 0.004,
  areaSpread: 0.6,
  skillSpread: 0.6,
  guessing: 0,
  points: 5,
  hints: { chance: 0.1, worth: 0.5 },
};
export const MANNERS: Record<string, Manner> = {
  fast: { ...USUAL, gain: 0.08 },
  slow: { ...USUAL, gain: 0.01 },
  forgetful: { ...USUAL, lossADay: 0.02 },
  uneven: { ...USUAL, areaSpread: 1, skillSpread: 0.9 },
  guessing: { ...USUAL, guessing: 0.12 },
  cheating: { ...USUAL, hints: { chance: 0.7, worth: 0.9 } },
};

export type Learner = { abilities: number[]; lastDay: number[]; manner: Manner; random: () => number };

export function newLearner(skills: SkillTree, manner: Manner, seed: number): Learner {
  const random = seededRandom(seed);
  const general = 0.8 * normal(random);
  const areas = new Map(skills.map(({ area }) => [area, 0]));
  for (const area of areas.keys()) areas.set(area, manner.areaSpread * normal(random));
  const abilities = skills.map(({ area }) => general + (areas.get(area) ?? 0) + manner.skillSpread * normal(random));
  return { abilities, lastDay: skills.map(() => 0), manner, random };
}

/** An item with a difficulty that its author has not quite met. */
export type SimulatedItem = { id: string; at: number; skill: string; difficulty: number; logit: number };

export function newItems(skills: SkillTree, each: number, random: () => number): SimulatedItem[] {
  return skills.flatMap(({ id }, at) =>
    Array.from({ length: each }, (_, nth) => {
      const difficulty = 1 + Math.floor(random() * 5);
      return { id: `${id}/${nth}`, at, skill: id, difficulty, logit: logitOf(difficulty) + 0.5 * normal(random) };
    }),
  );
}

export function abilityAt({ abilities, lastDay, manner }: Learner, at: number, day: number): number {
  return (abilities[at] ?? 0) - manner.lossADay * (day - (lastDay[at] ?? 0));
}

const GRADER_ERROR = 0.08;

/** Answers an item: points of a rubric, each met by chance, seen through the grader's error. The learner learns by it. */
export function answers(learner: Learner, item: SimulatedItem, day: number): Observation {
  const ability = abilityAt(learner, item.at, day);
  const row = scored(learner, item, { ability, day });
  learner.abilities[item.at] = ability + learner.manner.gain;
  learner.lastDay[item.at] = day;
  return row;
}

/** What is seen of an answer of somebody of that ability; nothing is learned by it. */
export function scored(
  { manner, random }: Pick<Learner, "manner" | "random">,
  item: SimulatedItem,
  { ability, day }: { ability: number; day: number },
): Observation {
  const hints = random() < manner.hints.chance ? 1 : 0;
  const known = logistic(ability - item.logit + hints * manner.hints.worth);
  const p = manner.guessing + (1 - manner.guessing) * known;
  const met = Array.from({ length: manner.points }, () => (random() < p ? 1 : 0)).reduce<number>(
    (sum, each) => sum + each,
    0,
  );
  const score = Math.min(1, Math.max(0, met / manner.points + GRADER_ERROR * normal(random)));
  const { id: itemId, skill, difficulty } = item;
  return { itemId, skills: [skill], difficulty, day, score, standardError: GRADER_ERROR, hints, revealed: false };
}

/** The mean of what somebody would score on middling items, over skills by weight. */
export function trueReadiness(
  skills: SkillTree,
  weights: ReadonlyMap<string, number>,
  { guessing, abilityOf }: { guessing: number; abilityOf: (at: number) => number },
): number {
  let sum = 0;
  let total = 0;
  skills.forEach(({ id }, at) => {
    const weight = weights.get(id) ?? 0;
    sum += weight * (guessing + (1 - guessing) * expectedScore(abilityOf(at), 0, 3).score);
    total += weight;
  });
  return sum / total;
}

/** A standard normal number (Box and Muller). */
export function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
