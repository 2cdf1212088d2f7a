import { inverseOf, lowerFactor, type Matrix, times, zeros } from "./cholesky.ts";
import { fisherStep, type Mode, type Posterior } from "./fisher.ts";
import { loadsOf } from "./loads.ts";
import type { Observation } from "./observation.ts";
import { type Packing, packed } from "./packed-rows.ts";
import { meanLessMode } from "./skew.ts";
import { spreadOf } from "./spread.ts";

export type { Observation } from "./observation.ts";

export type SkillTree = readonly { id: string; area: string }[];

/** What is believed of all abilities at one time: jointly normal, in logits. */
export type Abilities = {
  skills: SkillTree;
  /**
   * The abilities in the order of `skills`, then how much they change in a day, what a hint is worth, what an exercise adds,
   * and how all abilities wandered over each stretch of days.
   */
  mean: Float64Array;
  covariance: Matrix;
  /** Where the posterior is highest with the usual spread, in the order of `mean`: where the next search begins. */
  mode: Float64Array;
  /** How much harder than its author said each item was found, in logits, shrunk towards 0. */
  harder: ReadonlyMap<string, number>;
  /** How much scores vary around what is expected, as a share of p (1 - p). */
  spread: number;
  /** The skills of each row that said something. */
  rows: readonly (readonly string[])[];
};

/** How far an ability may wander in a day, by itself and all together, in logits². */
export const DRIFT_A_DAY = { own: 0.002, common: 0.001 };

/** Variances in logits², fixed before any candidate was seen; docs/readiness.md says how well they serve simulated ones. */
const PRIOR = {
  general: 0.7,
  area: 0.35,
  skill: 0.35,
  /** An author's difficulty against the true one. */
  item: 0.25,
  /** Of a score around what ability and difficulty make expected, as a share of p (1 - p); 1 would be right or wrong. */
  spread: { mean: 0.3, rows: 20 },
  /** What this person loses, or gains, in a day whatever they do. */
  trend: { mean: -0.007, variance: 0.011 ** 2 },
  hint: { mean: 0.5, variance: 0.3 ** 2 },
  /** What an exercise on a skill, seen or not, adds to it. */
  exercise: { mean: 0.035, variance: 0.03 ** 2 },
};
/** Stretches of days before now, over each of which all abilities wander together by some unknown: many rows tell it, age does not hide it. */
const STRETCHES = [
  { from: 0, to: 10 },
  { from: 10, to: 30 },
  { from: 30, to: 90 },
  { from: 90, to: 365 },
];
/** What is a person's own beside the abilities, in the order in which it follows them. */
const OTHERS = [
  PRIOR.trend,
  PRIOR.hint,
  PRIOR.exercise,
  ...STRETCHES.map(({ from, to }) => ({ mean: 0, variance: DRIFT_A_DAY.common * (to - from) })),
];
const LOGITS_A_DIFFICULTY = 0.8;
const MIDDLE_DIFFICULTY = 3;
const EASE = 0.5; // an average candidate scores 0.62 on a middling item
export const LONGEST_TREND_DAYS = 120; // what is older has wandered, not marched on
const MOST_HINTS = 4;
export const MOST_EXERCISES = 20; // nobody gains for ever at that pace
const STEPS = 100;
const CLOSE = 1e-7;
const LEAST_SLOPE = 0.02;

export function logitOf(difficulty: number): number {
  return LOGITS_A_DIFFICULTY * (difficulty - MIDDLE_DIFFICULTY) - EASE;
}

export function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/**
 * Abilities at `day`, from all rows up to then: the posterior about its mode with its curvature (Laplace), found by Fisher
 * scoring, and its mean by the skew there. The expected score of a row is logistic(ability - difficulty), its variance the grader's and a share of p (1 - p).
 * Rows count together, so their order is of no account; rows of one item share that item's unknown difficulty, so that ten
 * tries at one item are not ten items. An old row is widened by the drift since; the change a day and what a hint is worth are
 * a person's own, and learned with the abilities. Skills of one area, and all skills, vary
 * together (random effects), so that a skill never tried is told of by its neighbours.
 */
export function abilitiesAt(skills: SkillTree, rows: readonly Observation[], at: number | When): Abilities {
  const steps = abilitiesInSteps(skills, rows, typeof at === "number" ? { day: at } : at);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

export type When = {
  day: number;
  /** What was believed before some rows came or some days went by: the fit begins there and ends at the same place sooner. */
  from?: Abilities | undefined;
};

/** `abilitiesAt`, pausing every few milliseconds for whoever has other things to do meanwhile. */
export function* abilitiesInSteps(
  skills: SkillTree,
  observations: readonly Observation[],
  { day, from }: When,
): Generator<void, Abilities> {
  const rows = packed(observations, {
    index: new Map(skills.map(({ id }, at) => [id, at])),
    day,
    logitOf,
    mostBeside: OTHERS.length,
    addBeside: besideOf(skills),
  });
  yield;
  const prior = priorOf(skills);
  const variance = { item: PRIOR.item, dayOfAge: DRIFT_A_DAY.own };
  const posteriorAt = (spread: number) => ({ rows, prior, variance, noise: noiseAt(spread), slopeAt });
  const begin: Mode = {
    mean: from?.mode.length === prior.mean.length ? from.mode : prior.mean,
    harder: Float64Array.from(rows.items, (id) => from?.harder.get(id) ?? 0),
  };
  const usual = posteriorAt(PRIOR.spread.mean);
  const first = yield* fitted(usual, begin);
  // from a fit with the usual spread each time, so that it is the same wherever the search began
  const spread = spreadOf(usual, first.mode, first.covariance, PRIOR.spread);
  yield;
  const { mode, covariance } = yield* fitted(posteriorAt(spread), first.mode);
  const skew = meanLessMode(posteriorAt(spread), mode, covariance);
  return {
    skills,
    mean: mode.mean.map((each, at) => each + (skew[at] ?? 0)),
    covariance,
    mode: first.mode.mean,
    harder: new Map(rows.items.map((id, item) => [id, mode.harder[item] ?? 0])),
    spread,
    rows: rows.skills,
  };
}

/** The mode and the curvature there, wherever the search begins. */
function* fitted(posterior: Posterior, begin: Mode): Generator<void, { mode: Mode; covariance: Matrix }> {
  let taken = fisherStep(posterior, begin);
  for (let step = 1; step < STEPS && taken.leap >= CLOSE; step++) {
    yield;
    taken = fisherStep(posterior, taken.mode);
  }
  yield;
  const covariance = inverseOf(taken.factor);
  yield;
  return { mode: taken.mode, covariance };
}

/** Where the unknowns beside the abilities stand. */
export function othersOf({ length }: SkillTree) {
  return { trend: length, hint: length + 1, exercise: length + 2, stretches: length + 3 };
}

/** The change since a row, its hints, what was practised since, and how all abilities wandered since. */
function besideOf(skills: SkillTree): Packing["addBeside"] {
  const { trend, hint, exercise, stretches } = othersOf(skills);
  return ({ hints, exercisesSince = 0 }, age, add) => {
    add(trend, -Math.min(age, LONGEST_TREND_DAYS));
    add(hint, Math.min(Math.max(0, hints), MOST_HINTS));
    add(exercise, -Math.min(Math.max(0, exercisesSince), MOST_EXERCISES));
    let nth = 0;
    for (const { from, to } of STRETCHES) {
      if (age <= from) break;
      const passed = (age - from) / (to - from);
      // what is older than the last stretch has wandered on at its pace
      add(stretches + nth, -(nth < STRETCHES.length - 1 ? Math.min(1, passed) : passed));
      nth++;
    }
  };
}

/** Of the expected score, kept from vanishing at its ends: a score of 1 says that ability is high, not how high. */
function slopeAt(eta: number): number {
  const p = logistic(eta);
  return Math.max(LEAST_SLOPE, p * (1 - p));
}

/** Variance of a score in logits²: the grader's, and that of a person on the day. */
function noiseAt(spread: number) {
  return (errorSquared: number, slope: number) => (errorSquared + spread * slope) / slope ** 2;
}

function add({ n, of }: Matrix, row: number, column: number, value: number): void {
  of[row * n + column] = (of[row * n + column] ?? 0) + value;
}

type Prior = { mean: Float64Array; precision: Matrix; pull: Float64Array };
const priors = new WeakMap<SkillTree, Prior>();

/** Before any row. Kept for each tree of skills: it never changes. */
function priorOf(skills: SkillTree): Prior {
  const known = priors.get(skills);
  if (known) return known;
  const mean = Float64Array.from([...skills.map(() => 0), ...OTHERS.map((each) => each.mean)]);
  const precision = inverseOf(lowerFactor(priorCovariance(skills)));
  const prior = { mean, precision, pull: times(precision, mean) };
  priors.set(skills, prior);
  return prior;
}

function priorCovariance(skills: SkillTree): Matrix {
  const matrix = zeros(skills.length + OTHERS.length);
  skills.forEach(({ area }, row) => {
    skills.forEach((other, column) => {
      add(
        matrix,
        row,
        column,
        PRIOR.general + (area === other.area ? PRIOR.area : 0) + (row === column ? PRIOR.skill : 0),
      );
    });
  });
  OTHERS.forEach(({ variance }, nth) => {
    add(matrix, skills.length + nth, skills.length + nth, variance);
  });
  return matrix;
}

/** What items not tried before would tell: each of which sum of abilities, and with which variance in logits². */
export function observing({ skills, mean, spread }: Abilities) {
  const noise = noiseAt(spread);
  const index = new Map(skills.map(({ id }, at) => [id, at]));
  return (item: { skills: readonly string[]; difficulty: number; standardError: number }) => {
    const loads = loadsOf(item.skills, index);
    const ability = loads.reduce((sum, { at, load }) => sum + load * (mean[at] ?? 0), 0);
    return {
      loads,
      variance: PRIOR.item + noise(item.standardError ** 2, slopeAt(ability - logitOf(item.difficulty))),
    };
  };
}

/** The score to be expected of an ability known that surely, on an item of which no more is known (MacKay, 1992), and its slope. */
export function expectedScore(mean: number, variance: number, difficulty: number): { score: number; slope: number } {
  const scale = Math.sqrt(1 + (Math.PI / 8) * (variance + PRIOR.item));
  const score = logistic((mean - logitOf(difficulty)) / scale);
  return { score, slope: (score * (1 - score)) / scale };
}
