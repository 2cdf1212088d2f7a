import type { Config } from "../../src/config.ts";
import { abilitiesAt, type Observation, type SkillTree } from "../../src/features/plan/model/abilities.ts";
import { abilitiesAhead, exercisesIn, paceOf } from "../../src/features/plan/model/ahead.ts";
import { withExercises } from "../../src/features/plan/model/exercises.ts";
import { readinessFor } from "../../src/features/plan/model/readiness.ts";
import { seededRandom } from "../../src/lib/random.ts";
import { loadBank } from "../../src/shared/content/bank.ts";
import { abilityAt, answers, MANNERS, type Manner, newItems, newLearner, trueReadiness, USUAL } from "./learners.ts";
import { LIVES, type Life, lives, MONTH } from "./lives.ts";

const LEARNERS = 400;
const MANY_ROWS = 20_000;

type Case = { name: string; manner: Manner; life: Life };

/** What the variances were set with, and what they were not. */
const KNOWN: Case[] = Object.entries(MANNERS).map(([name, manner]) => ({ name, manner, life: MONTH }));
const UNKNOWN: Case[] = [
  { name: "fast and uneven", manner: { ...USUAL, gain: 0.08, areaSpread: 1, skillSpread: 0.9 }, life: MONTH },
  { name: "fast and forgetful", manner: { ...USUAL, gain: 0.08, lossADay: 0.02 }, life: MONTH },
  { name: "right or wrong alone", manner: { ...USUAL, points: 1 }, life: MONTH },
  { name: "twenty points, each by itself", manner: { ...USUAL, points: 20 }, life: MONTH },
  ...Object.entries(LIVES).map(([name, life]) => ({ name, manner: USUAL, life })),
  { name: "forgetful, two months of sleep", manner: { ...USUAL, lossADay: 0.02 }, life: LIVES["two months of sleep"] },
];

/** How often the 90 % interval of readiness holds the truth, for simulated learners of each sort, and how far off it is. */
export async function benchPlan({ contentDir }: Config): Promise<Record<string, number>> {
  const skills = [...loadBank(contentDir).skills.values()];
  const figures: Record<string, number> = {};
  let held = 0;
  for (const each of [...KNOWN, ...UNKNOWN]) {
    const found = measured(each, skills);
    if (KNOWN.includes(each)) held += found.held / KNOWN.length;
    figures[`${each.name}: interval holds the truth`] = found.held;
    figures[`${each.name}: mean absolute error`] = found.error;
    figures[`${each.name}: mean error`] = found.bias;
    figures[`${each.name}: width of the interval`] = found.width;
    if (each.life !== MONTH) continue;
    figures[`${each.name}: two weeks ahead, going on: interval holds the truth`] = foretold(each, skills, "going on");
    figures[`${each.name}: two weeks ahead, stopping: interval holds the truth`] = foretold(each, skills, "stopping");
  }
  figures["the first six: interval holds the truth"] = held;
  return { ...figures, ...timed(skills) };
}

function measured({ name, manner, life }: Case, skills: SkillTree) {
  const weights = new Map(skills.map(({ id }, at) => [id, (at % 5) + 1]));
  const sums = { held: 0, error: 0, bias: 0, width: 0 };
  for (let seed = 1; seed <= LEARNERS; seed++) {
    const learner = newLearner(skills, manner, seed * 7919 + name.length);
    const rows = withExercises(lives(learner, life, { skills, seed }), life.asksOn);
    const holdout = rows.filter(({ part }) => part === "holdout");
    const { expected, interval } = readinessFor(abilitiesAt(skills, holdout, life.asksOn), weights);
    const abilityOf = (skill: number) => abilityAt(learner, skill, life.asksOn);
    const truth = trueReadiness(skills, weights, { guessing: manner.guessing, abilityOf });
    if (truth >= interval[0] && truth <= interval[1]) sums.held += 1 / LEARNERS;
    sums.error += Math.abs(expected - truth) / LEARNERS;
    sums.bias += (expected - truth) / LEARNERS;
    sums.width += (interval[1] - interval[0]) / LEARNERS;
  }
  return sums;
}

const AHEAD_DAYS = 14;

/** The forecast of a month's end against the truth two weeks later, for somebody who goes on as before, or stops. */
function foretold({ name, manner, life }: Case, skills: SkillTree, how: "going on" | "stopping"): number {
  const weights = new Map(skills.map(({ id }, at) => [id, (at % 5) + 1]));
  const then = life.asksOn + AHEAD_DAYS;
  let held = 0;
  for (let seed = 1; seed <= LEARNERS; seed++) {
    const learner = newLearner(skills, manner, seed * 7919 + name.length);
    const rows = withExercises(lives(learner, life, { skills, seed }), life.asksOn);
    const holdout = rows.filter(({ part }) => part === "holdout");
    const goesOn = how === "going on";
    const exercises = goesOn ? exercisesIn(AHEAD_DAYS, paceOf(rows, life.asksOn)) : new Map<string, number>();
    const ahead = abilitiesAhead(abilitiesAt(skills, holdout, life.asksOn), AHEAD_DAYS, exercises);
    const days = Array.from({ length: AHEAD_DAYS }, (_, at) => life.asksOn + at);
    if (goesOn) lives(learner, { ...life, days }, { skills, seed: seed + LEARNERS });
    const { interval } = readinessFor(ahead, weights);
    const abilityOf = (skill: number) => abilityAt(learner, skill, then);
    const truth = trueReadiness(skills, weights, { guessing: manner.guessing, abilityOf });
    if (truth >= interval[0] && truth <= interval[1]) held += 1 / LEARNERS;
  }
  return held;
}

/** A year of rows: from nothing, and once one more row has come. */
function timed(skills: SkillTree): Record<string, number> {
  const learner = newLearner(skills, USUAL, 1);
  const items = newItems(skills, 10, seededRandom(3));
  const rounds = Math.ceil(MANY_ROWS / items.length);
  const rows: Observation[] = Array.from({ length: rounds }, (_, nth) =>
    items.map((item) => answers(learner, item, (nth / rounds) * 365)),
  ).flat();
  const before = abilitiesAt(skills, rows.slice(0, -1), 364);
  return {
    [`milliseconds for ${MANY_ROWS} rows, cold`]: milliseconds(() => abilitiesAt(skills, rows, 365)),
    [`milliseconds for ${MANY_ROWS} rows, one of them new`]: milliseconds(() =>
      abilitiesAt(skills, rows, { day: 365, from: before }),
    ),
  };
}

function milliseconds(work: () => unknown): number {
  const before = performance.now();
  work();
  return performance.now() - before;
}
