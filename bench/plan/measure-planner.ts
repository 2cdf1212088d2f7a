import type { Config } from "../../src/config.ts";
import type { Observation, SkillTree } from "../../src/features/plan/model/abilities.ts";
import type { Weights } from "../../src/features/plan/model/readiness.ts";
import { weightsOfRole } from "../../src/features/plan/model/skills-of-rounds.ts";
import { seededRandom } from "../../src/lib/random.ts";
import { loadBank } from "../../src/shared/content/bank.ts";
import { MANNERS, type Manner, trueReadiness } from "./learners.ts";
import { POLICIES, type Policy } from "./policies.ts";
import { newStudent, newStudyItems, type Student, type StudyItem, studentAbility, studies } from "./students.ts";

const STUDENTS = 10;
const SKILLS_AN_AREA = 4;
const ITEMS_A_SKILL = 8;
const MINUTES_A_DAY = 60;
const POINTS_TO_GAIN = 0.05;
/** Who has not reached the target by then counts with that many hours. */
const MOST_DAYS = 300;
const MOST_HOURS = (MOST_DAYS * MINUTES_A_DAY) / 60;
const BASELINES = ["random order", "hardest first", "weakest first", "random by weight"];

/** The hours of practice until true readiness has risen by five points, by policy and manner, and the planner's share of them. */
export async function benchPlanner({ contentDir }: Config): Promise<Record<string, number>> {
  const { skills: all, roles } = loadBank(contentDir);
  const skills = [...Map.groupBy([...all.values()], ({ area }) => area).values()].flatMap((own) =>
    own.slice(0, SKILLS_AN_AREA),
  );
  const figures: Record<string, number> = {};
  const sums = new Map<string, number>();
  for (const [manner, how] of Object.entries(MANNERS)) {
    const hours = new Map<string, number>();
    for (let seed = 1; seed <= STUDENTS; seed++) {
      const role = roles[seed % roles.length];
      if (!role) continue;
      const one = { skills, weights: weightsOfRole(role, skills), manner: how, seed: seed * 7919 + manner.length };
      for (const [policy, make] of Object.entries(POLICIES)) {
        const random = seededRandom(one.seed * 31);
        const items = newStudyItems(skills, ITEMS_A_SKILL, random);
        const took = hoursToTarget(one, items, make(items, random));
        if (took === MOST_HOURS)
          figures[`${manner}: not reached by ${policy}`] = (figures[`${manner}: not reached by ${policy}`] ?? 0) + 1;
        hours.set(policy, (hours.get(policy) ?? 0) + took / STUDENTS);
        sums.set(policy, (sums.get(policy) ?? 0) + took);
      }
    }
    for (const [policy, mean] of hours) figures[`${manner}: hours by ${policy}`] = mean;
    for (const policy of BASELINES)
      figures[`${manner}: planner / ${policy}`] = (hours.get("planner") ?? 0) / (hours.get(policy) ?? 0);
  }
  for (const policy of BASELINES)
    figures[`all: planner / ${policy}`] = (sums.get("planner") ?? 0) / (sums.get(policy) ?? 0);
  return figures;
}

type One = { skills: SkillTree; weights: Weights; manner: Manner; seed: number };

function hoursToTarget({ skills, weights, manner, seed }: One, items: readonly StudyItem[], policy: Policy): number {
  const student = newStudent(skills, manner, seed);
  const target = readinessOf(student, { skills, weights, day: 0 }) + POINTS_TO_GAIN;
  const rows: Observation[] = [];
  let minutes = 0;
  for (let day = 0; day < MOST_DAYS; day++) {
    const today = policy({ skills, weights, items, rows, day, minutes: MINUTES_A_DAY });
    for (const [at, item] of today.entries()) {
      rows.push(studies(student, item, day + at / 1000));
      minutes += item.minutes;
      if (readinessOf(student, { skills, weights, day: day + at / 1000 }) >= target) return minutes / 60;
    }
  }
  return MOST_HOURS;
}

function readinessOf(
  student: Student,
  { skills, weights, day }: { skills: SkillTree; weights: Weights; day: number },
): number {
  const abilityOf = (at: number) => studentAbility(student, at, day);
  return trueReadiness(skills, weights, { guessing: student.manner.guessing, abilityOf });
}
