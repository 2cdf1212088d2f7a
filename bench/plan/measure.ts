import type { Config } from "../../src/config.ts";
import { abilitiesAt, type Observation, type SkillTree } from "../../src/features/plan/model/abilities.ts";
import { readinessFor } from "../../src/features/plan/model/readiness.ts";
import { seededRandom } from "../../src/lib/random.ts";
import { loadBank } from "../../src/shared/content/bank.ts";
import { abilityAt, answers, type Learner, MANNERS, newItems, newLearner, trueReadiness, USUAL } from "./learners.ts";

const LEARNERS = 100;
const DAYS = 30;
const HOLDOUT_A_DAY = 3;
const PRACTICE_A_DAY = 6;
const MANY_ROWS = 20_000;

/** How often the 90 % interval of readiness holds the truth, for simulated learners of each manner, and how far off it is. */
export async function benchPlan({ contentDir }: Config): Promise<Record<string, number>> {
  const skills = [...loadBank(contentDir).skills.values()];
  const figures: Record<string, number> = {};
  let held = 0;
  for (const [name, manner] of Object.entries(MANNERS)) {
    let own = 0;
    let error = 0;
    let bias = 0;
    let width = 0;
    for (let seed = 1; seed <= LEARNERS; seed++) {
      const learner = newLearner(skills, manner, seed * 7919 + name.length);
      const rows = prepares(learner, skills, seed);
      const weights = new Map(skills.map(({ id }, at) => [id, (at % 5) + 1]));
      const found = readinessFor(abilitiesAt(skills, rows, DAYS), weights);
      const truth = trueReadiness(skills, weights, {
        guessing: manner.guessing,
        abilityOf: (at) => abilityAt(learner, at, DAYS),
      });
      if (truth >= found.interval[0] && truth <= found.interval[1]) own++;
      error += Math.abs(found.expected - truth) / LEARNERS;
      bias += (found.expected - truth) / LEARNERS;
      width += (found.interval[1] - found.interval[0]) / LEARNERS;
    }
    held += own;
    figures[`${name}: interval holds the truth`] = own / LEARNERS;
    figures[`${name}: mean absolute error`] = error;
    figures[`${name}: mean error`] = bias;
    figures[`${name}: width of the interval`] = width;
  }
  figures["all: interval holds the truth"] = held / (LEARNERS * Object.keys(MANNERS).length);
  figures[`milliseconds for ${MANY_ROWS} rows`] = timed(skills);
  return figures;
}

/** A month: practice in between, and items of the holdout that are seen once each. Only the latter are returned. */
function prepares(learner: Learner, skills: SkillTree, seed: number): Observation[] {
  const random = seededRandom(seed * 104_729);
  const items = newItems(skills, 2, random);
  const rows: Observation[] = [];
  for (let day = 0; day < DAYS; day++) {
    for (let nth = 0; nth < PRACTICE_A_DAY; nth++) {
      const item = items[Math.floor(random() * items.length)];
      if (item) answers(learner, item, day);
    }
    for (let nth = 0; nth < HOLDOUT_A_DAY; nth++) {
      const [item] = items.splice(Math.floor(random() * items.length), 1);
      if (item) rows.push(answers(learner, item, day));
    }
  }
  return rows;
}

function timed(skills: SkillTree): number {
  const learner = newLearner(skills, USUAL, 1);
  const items = newItems(skills, 10, seededRandom(3));
  const rounds = Math.ceil(MANY_ROWS / items.length);
  const rows = Array.from({ length: rounds }, (_, nth) =>
    items.map((item) => answers(learner, item, (nth / rounds) * 365)),
  ).flat();
  const before = performance.now();
  abilitiesAt(skills, rows, 365);
  return performance.now() - before;
}
