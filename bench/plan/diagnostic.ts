import type { Config } from "../../src/config.ts";
import {
  type Abilities,
  abilitiesAt,
  expectedScore,
  logitOf,
  type Observation,
  type SkillTree,
} from "../../src/features/plan/model/abilities.ts";
import { isWeighed, nextItem, type Offered } from "../../src/features/plan/model/diagnostic.ts";
import { readinessFor, type Weights } from "../../src/features/plan/model/readiness.ts";
import { weightsOfRole } from "../../src/features/plan/model/skills-of-rounds.ts";
import { diagnosticQuestions } from "../../src/features/recall/index.ts";
import { seededRandom, shuffled } from "../../src/lib/random.ts";
import { loadBank } from "../../src/shared/content/bank.ts";
import { loadQuestions } from "../../src/shared/content/question-bank.ts";
import { ThreadedGrader } from "../../src/shared/grader/threaded-grader.ts";
import { LanguageModelStore } from "../../src/shared/models/language/settings.ts";
import { abilityAt, answers, type Learner, newLearner, normal, type SimulatedItem, USUAL } from "./learners.ts";

const LEARNERS = 60;
const MINUTES = 30;
/** Nothing is learned or hinted at in half an hour of being measured. */
const MEASURED = { ...USUAL, gain: 0, hints: { chance: 0, worth: 0 } };
const ORDERS = ["adaptive", "random"] as const;
type Order = (typeof ORDERS)[number];

type Question = Offered & SimulatedItem;
type Asking = { tree: SkillTree; weights: Weights; questions: readonly Question[] };
type Taken = { rows: Observation[]; areas: Set<string>; minutes: number };

/** A diagnostic of half an hour over the bank's held-out questions: adaptive against a random order of the same questions. */
export async function benchDiagnostic({ contentDir, encoderDir, home }: Config): Promise<Record<string, number>> {
  const bank = loadBank(contentDir);
  const tree = [...bank.skills.values()];
  const { questions } = loadQuestions(contentDir, bank);
  const deps = { grader: new ThreadedGrader(encoderDir), language: new LanguageModelStore(home) };
  const held = diagnosticQuestions({ questions: () => questions, ...deps, clock: () => new Date() }).all();
  const figures: Record<string, number> = {};
  for (const role of bank.roles) {
    const weights = weightsOfRole(role, tree);
    for (const order of ORDERS) {
      const sums = { width: 0, error: 0, held: 0, questions: 0, areas: 0 };
      for (let seed = 1; seed <= LEARNERS; seed++) {
        const random = seededRandom(seed * 7_907);
        const items = held.filter((each) => isWeighed(each, weights)).map((each) => simulated(each, tree, random));
        const learner = newLearner(tree, MEASURED, seed * 104_729);
        const taken = takes(learner, { tree, weights, questions: items }, { order, random });
        const { interval, expected } = readinessFor(abilitiesAt(tree, taken.rows, 0), weights);
        const truth = trueReadiness(learner, tree, weights);
        sums.width += interval[1] - interval[0];
        sums.error += Math.abs(expected - truth);
        sums.held += truth >= interval[0] && truth <= interval[1] ? 1 : 0;
        sums.questions += taken.rows.length;
        sums.areas += taken.areas.size;
      }
      for (const [name, sum] of Object.entries(sums)) figures[`${role.id}, ${order}: ${NAMES[name]}`] = sum / LEARNERS;
    }
  }
  for (const order of ORDERS)
    for (const name of Object.values(NAMES))
      figures[`all, ${order}: ${name}`] =
        bank.roles.reduce((sum, { id }) => sum + (figures[`${id}, ${order}: ${name}`] ?? 0), 0) / bank.roles.length;
  return figures;
}

const NAMES: Record<string, string> = {
  width: "width of the interval",
  error: "mean absolute error",
  held: "interval holds the truth",
  questions: "questions",
  areas: "areas",
};

/** Its true difficulty is half a logit off what its author said. */
function simulated(
  { id, skills: [skill = ""], difficulty, minutes }: Omit<Offered, "area">,
  tree: SkillTree,
  random: () => number,
): Question {
  const at = tree.findIndex((each) => each.id === skill);
  const logit = logitOf(difficulty) + 0.5 * normal(random);
  return { id, skills: [skill], skill, at, difficulty, minutes, area: tree[at]?.area ?? "", logit };
}

function takes(learner: Learner, asking: Asking, { order, random }: { order: Order; random: () => number }): Taken {
  const { tree, questions, weights } = asking;
  const taken: Taken = { rows: [], areas: new Set(), minutes: 0 };
  let left = shuffled(questions, random);
  for (;;) {
    const next = order === "random" ? left[0] : adaptive(abilitiesAt(tree, taken.rows, 0), { weights, left, taken });
    if (!next || taken.minutes + next.minutes > MINUTES) return taken;
    taken.rows.push(answers(learner, next, 0));
    taken.areas.add(next.area);
    taken.minutes += next.minutes * (0.6 + 0.8 * random());
    left = left.filter((each) => each !== next);
  }
}

function adaptive(
  abilities: Abilities,
  { weights, left, taken }: { weights: Weights; left: readonly Question[]; taken: Taken },
): Question | undefined {
  return nextItem(abilities, weights, { offered: left, askedAreas: [...taken.areas] });
}

function trueReadiness(learner: Learner, tree: SkillTree, weights: Weights): number {
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  return tree.reduce((sum, { id }, at) => {
    const { score } = expectedScore(abilityAt(learner, at, 0), 0, 3);
    return sum + ((weights.get(id) ?? 0) / total) * score;
  }, 0);
}
