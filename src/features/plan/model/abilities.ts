import { inverse, type Matrix, times, zeros } from "./cholesky.ts";

/**
 * One exercise as the model sees it. `day` is a time in days on any one scale; `skills` are ids, the most important first.
 */
export type Observation = {
  itemId: string;
  skills: readonly string[];
  /** 1 to 5, as the author set it. */
  difficulty: number;
  day: number;
  /** 0 to 1, and the standard error of the grader. */
  score: number;
  standardError: number;
  hints: number;
  /** The solution was looked at: such a row says nothing of ability. */
  revealed: boolean;
};

export type SkillTree = readonly { id: string; area: string }[];

/** What is believed of all abilities at one time: jointly normal, in logits. */
export type Abilities = {
  skills: SkillTree;
  /** The abilities in the order of `skills`, then how much they change in a day, and what a hint is worth. */
  mean: Float64Array;
  covariance: Matrix;
  /** How much harder than its author said each item was found, in logits, shrunk towards 0. */
  harder: ReadonlyMap<string, number>;
  /** The skills of each row that said something. */
  rows: readonly (readonly string[])[];
};

/** Variances in logits², fixed before any candidate was seen; docs/readiness.md says how well they serve simulated ones. */
const PRIOR = {
  general: 0.7,
  area: 0.35,
  skill: 0.35,
  /** An author's difficulty against the true one. */
  item: 0.25,
  /** Of a score around what ability and difficulty make expected, as a share of p (1 - p); 1 would be right or wrong. */
  spread: 0.25,
  /** How far an ability may have wandered in a day, by itself and all together. */
  driftADay: { own: 0.002, common: 0.001 },
  /** What this person gains, or loses, in a day between exercises; practice and forgetting together. */
  trend: { mean: -0.005, variance: 0.009 ** 2 },
  hint: { mean: 0.5, variance: 0.3 ** 2 },
};
/** Beside the abilities: the change a day, and the worth of a hint. */
const OTHERS = 2;
const LOGITS_A_DIFFICULTY = 0.8;
const MIDDLE_DIFFICULTY = 3;
const EASE = 0.5; // an average candidate scores 0.62 on a middling item
const LONGEST_TREND_DAYS = 45; // what is older has wandered, not marched on
const MOST_HINTS = 4;
const STEPS = 50;
const CLOSE = 1e-4;
const LEAST_SLOPE = 0.02;

export function logitOf(difficulty: number): number {
  return LOGITS_A_DIFFICULTY * (difficulty - MIDDLE_DIFFICULTY) - EASE;
}

export function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/**
 * Abilities at `day`, from all rows up to then: the mode of the posterior with its curvature (Laplace), found by Fisher
 * scoring. The expected score of a row is logistic(ability - difficulty), its variance the grader's and a share of p (1 - p).
 * Rows count together, so their order is of no account; rows of one item share that item's unknown difficulty, so that ten
 * tries at one item are not ten items. An old row is widened by the drift since; the change a day and what a hint is worth are
 * a person's own, and learned with the abilities. Skills of one area, and all skills, vary
 * together (random effects), so that a skill never tried is told of by its neighbours.
 */
export function abilitiesAt(skills: SkillTree, rows: readonly Observation[], day: number): Abilities {
  const index = new Map(skills.map(({ id }, at) => [id, at]));
  const items = [...Map.groupBy(usable(rows, index, day), ({ itemId }) => itemId).values()];
  const before = priorMean(skills);
  const prior = inverse(priorCovariance(skills));
  const priorPull = times(prior, before);
  let mean: Float64Array = before;
  let covariance = zeros(before.length);
  let harder = new Map<string, number>();
  for (let step = 0; step < STEPS; step++) {
    const sums = { precision: { n: prior.n, of: prior.of.slice() }, pull: priorPull.slice(), harder: new Map() };
    for (const item of items) addItem(item, { mean, known: harder, ...sums });
    harder = sums.harder;
    covariance = inverse(sums.precision);
    const next = times(covariance, sums.pull);
    // half a step where a whole one would leap: scores of 0 and 1 are far out in logits
    const leap = next.reduce((most, each, at) => Math.max(most, Math.abs(each - (mean[at] ?? 0))), 0);
    const share = leap > 1 ? 0.5 : 1;
    mean = mean.map((each, at) => each + share * ((next[at] ?? 0) - each));
    if (leap < CLOSE) break;
  }
  return {
    skills,
    mean,
    covariance: wandered(covariance, items.flat()),
    harder,
    rows: items.flat().map((row) => row.skills),
  };
}

/** What all abilities may have wandered together since they were shown: no number of rows of one day makes that smaller. */
function wandered({ n, of }: Matrix, rows: readonly Row[]): Matrix {
  const age = rows.reduce((sum, row) => sum + row.age, 0) / Math.max(1, rows.length);
  const abilities = n - OTHERS;
  const isAbility = (cell: number) => Math.floor(cell / n) < abilities && cell % n < abilities;
  return { n, of: of.map((each, cell) => (isAbility(cell) ? each + PRIOR.driftADay.common * age : each)) };
}

export type Load = { at: number; load: number };
type Row = Observation & { ability: readonly Load[]; loads: readonly Load[]; age: number };

/** Rows that say something, with what each is a sum of: abilities, the change since then, hints. */
function usable(rows: readonly Observation[], index: ReadonlyMap<string, number>, day: number): Row[] {
  return rows.flatMap((row) => {
    const ability = loadsOf(row.skills, index);
    const age = day - row.day;
    if (ability.length === 0 || row.revealed || age < 0) return [];
    const trend = { at: index.size, load: -Math.min(age, LONGEST_TREND_DAYS) };
    const hint = { at: index.size + 1, load: Math.min(row.hints, MOST_HINTS) };
    return [{ ...row, ability, loads: [...ability, trend, hint].filter(({ load }) => load !== 0), age }];
  });
}

/** The first skill counts most, the second half of it, the third a third; together one. */
function loadsOf(skills: readonly string[], index: ReadonlyMap<string, number>): Load[] {
  const known = skills.flatMap((id) => index.get(id) ?? []);
  const total = known.reduce((sum, _, rank) => sum + 1 / (rank + 1), 0);
  return known.map((at, rank) => ({ at, load: 1 / (rank + 1) / total }));
}

type Sums = {
  mean: Float64Array;
  known: ReadonlyMap<string, number>;
  precision: Matrix;
  pull: Float64Array;
  harder: Map<string, number>;
};

/**
 * One item's rows, each an observation of its sum. Their errors share the item's unknown difficulty: it is integrated out
 * (Sherman and Morrison), so that no number of tries at one item tells more than that item can.
 */
function addItem(rows: readonly Row[], { mean, known, precision, pull, harder }: Sums): void {
  const [first] = rows;
  if (!first) return;
  const offset = known.get(first.itemId) ?? 0;
  const together = new Map<number, number>();
  let weight = 0;
  let weighted = 0;
  let residual = 0;
  for (const row of rows) {
    const sum = row.loads.reduce((total, { at, load }) => total + load * (mean[at] ?? 0), 0);
    const eta = sum - logitOf(row.difficulty) - offset;
    const slope = slopeAt(eta);
    const information = 1 / (noise(row.standardError, slope) + PRIOR.driftADay.own * row.age);
    // without the item's own offset: what the sum would be if the item were as its author said
    const seen = sum + (row.score - logistic(eta)) / slope - offset;
    weight += information;
    weighted += information * seen;
    residual += information * (sum - seen);
    for (const { at, load } of row.loads) {
      together.set(at, (together.get(at) ?? 0) + information * load);
      pull[at] = (pull[at] ?? 0) + information * load * seen;
      for (const other of row.loads) add(precision, at, other.at, information * load * other.load);
    }
  }
  const shared = PRIOR.item / (1 + PRIOR.item * weight);
  harder.set(first.itemId, shared * residual);
  for (const [at, load] of together) {
    pull[at] = (pull[at] ?? 0) - shared * load * weighted;
    for (const [other, otherLoad] of together) add(precision, at, other, -shared * load * otherLoad);
  }
}

/** Of the expected score, kept from vanishing at its ends: a score of 1 says that ability is high, not how high. */
function slopeAt(eta: number): number {
  const p = logistic(eta);
  return Math.max(LEAST_SLOPE, p * (1 - p));
}

/** Variance of a score in logits²: the grader's, and that of a person on the day. */
function noise(standardError: number, slope: number): number {
  return (standardError ** 2 + PRIOR.spread * slope) / slope ** 2;
}

function add({ n, of }: Matrix, row: number, column: number, value: number): void {
  of[row * n + column] = (of[row * n + column] ?? 0) + value;
}

function priorMean(skills: SkillTree): Float64Array {
  return Float64Array.from([...skills.map(() => 0), PRIOR.trend.mean, PRIOR.hint.mean]);
}

function priorCovariance(skills: SkillTree): Matrix {
  const matrix = zeros(skills.length + OTHERS);
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
  add(matrix, skills.length, skills.length, PRIOR.trend.variance);
  add(matrix, skills.length + 1, skills.length + 1, PRIOR.hint.variance);
  return matrix;
}

/** What items not tried before would tell: each of which sum of abilities, and with which variance in logits². */
export function observing({ skills, mean }: Abilities) {
  const index = new Map(skills.map(({ id }, at) => [id, at]));
  return (item: { skills: readonly string[]; difficulty: number; standardError: number }) => {
    const loads = loadsOf(item.skills, index);
    const ability = loads.reduce((sum, { at, load }) => sum + load * (mean[at] ?? 0), 0);
    return { loads, variance: PRIOR.item + noise(item.standardError, slopeAt(ability - logitOf(item.difficulty))) };
  };
}

/** The score to be expected of an ability known that surely, on an item of which no more is known (MacKay, 1992), and its slope. */
export function expectedScore(mean: number, variance: number, difficulty: number): { score: number; slope: number } {
  const scale = Math.sqrt(1 + (Math.PI / 8) * (variance + PRIOR.item));
  const score = logistic((mean - logitOf(difficulty)) / scale);
  return { score, slope: (score * (1 - score)) / scale };
}
