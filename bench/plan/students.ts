import { logistic, type Observation, type SkillTree } from "../../src/features/plan/model/abilities.ts";
import { type Learner, type Manner, newItems, newLearner, type SimulatedItem, scored } from "./learners.ts";

/**
 * A simulated person whose learning depends on when and on what they practise. Its laws are those that learning research
 * reports, written down before the planner was measured with them and not changed since; docs/plan.md names the sources.
 * - Time on task: what is gained grows with the minutes.
 * - Match: one learns most where one's chance of a right answer is at one's own optimum, which differs between people.
 * - Spacing: practice at once after practice teaches three quarters of what practice a few days later does.
 * - Forgetting: what was learned is lost on a power curve. Practice that comes after some forgetting makes it hold longer,
 *   practice at once after practice does not. What was known before is not lost in weeks. A skill is lost by itself, whatever
 *   becomes of those beside it.
 * - An item done before teaches less.
 */
export type Student = Pick<Learner, "manner" | "random"> & {
  base: readonly number[];
  skills: { learned: number; stabilityDays: number; last: number }[];
  bestChance: number;
  done: Map<string, number>;
};

const GAIN_MINUTES = 5;
const BEST_CHANCES = { least: 0.5, most: 0.85 };
const SHARPNESS = 3;
const MASSED_SHARE = 0.75;
const SPACING_DAYS = 1;
/** A review at a chance of recall of 0.9 doubles how long it holds. */
const STABILITY_GAIN = 10;
const LOST_AT_STABILITY = 0.1;
const REPEATED = { share: 0.7, least: 0.3 };

export function newStudent(skills: SkillTree, manner: Manner, seed: number): Student {
  const { abilities, random } = newLearner(skills, manner, seed);
  return {
    manner,
    random,
    base: abilities,
    skills: skills.map(() => ({
      learned: 0,
      stabilityDays: LOST_AT_STABILITY / manner.lossADay,
      last: Number.NEGATIVE_INFINITY,
    })),
    bestChance: BEST_CHANCES.least + (BEST_CHANCES.most - BEST_CHANCES.least) * random(),
    done: new Map(),
  };
}

export function studentAbility({ base, skills }: Student, at: number, day: number): number {
  const skill = skills[at];
  return (base[at] ?? 0) + (skill ? skill.learned * recalled(skill, day) : 0);
}

/** Wixted and Ebbesen's power function, as FSRS scales it. */
function recalled({ stabilityDays, last }: Student["skills"][number], day: number): number {
  return last === Number.NEGATIVE_INFINITY ? 1 : (1 + ((19 / 81) * (day - last)) / stabilityDays) ** -0.5;
}

/** Works on an item, is scored, and learns by it. */
export function studies(student: Student, item: StudyItem, day: number): Observation {
  const ability = studentAbility(student, item.at, day);
  const row = scored(student, item, { ability, day });
  const skill = student.skills[item.at];
  if (!skill) return row;
  const left = recalled(skill, day);
  const times = student.done.get(item.id) ?? 0;
  const spaced = 1 - (1 - MASSED_SHARE) * Math.exp(-(day - skill.last) / SPACING_DAYS);
  const repeated = Math.max(REPEATED.least, REPEATED.share ** times);
  const match = matchOf(logistic(ability - item.logit), student.bestChance);
  const gained = student.manner.gain * (item.minutes / GAIN_MINUTES) * match * spaced * repeated;
  skill.learned = skill.learned * left + gained;
  if (skill.last !== Number.NEGATIVE_INFINITY) skill.stabilityDays *= 1 + STABILITY_GAIN * (1 - left);
  skill.last = day;
  student.done.set(item.id, times + 1);
  return row;
}

/** 1 where the chance is the best one; falls to 0 where an item is sure or hopeless. */
function matchOf(chance: number, best: number): number {
  const [rise, fall] = [SHARPNESS * best, SHARPNESS * (1 - best)];
  return (chance / best) ** rise * ((1 - chance) / (1 - best)) ** fall;
}

export type StudyItem = SimulatedItem & { minutes: number; area: string };

const MINUTES: Record<string, number> = { coding: 25, "system-design": 40, behavioral: 10 };
const OTHER_MINUTES = 5;

export function newStudyItems(skills: SkillTree, each: number, random: () => number): StudyItem[] {
  return newItems(skills, each, random).map((item) => {
    const area = skills[item.at]?.area ?? "";
    return { ...item, area, minutes: MINUTES[area] ?? OTHER_MINUTES };
  });
}
