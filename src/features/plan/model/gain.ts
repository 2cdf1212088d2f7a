import { type Abilities, expectedScore } from "./abilities.ts";
import { get } from "./cholesky.ts";
import { rankShare } from "./loads.ts";
import type { LocalDay } from "./local-days.ts";
import type { Weights } from "./readiness.ts";
import { sharesOf } from "./shares.ts";

/** What is believed of one skill, and when it was practised. */
export type SkillState = {
  id: string;
  area: string;
  mean: number;
  variance: number;
  /** Its share of all that the role weighs. */
  share: number;
  /** Days on which it was practised, and the last of them. */
  days: number;
  last: LocalDay | null;
};

/** An item that practice may serve, with how often it was done and when last. */
export type Practicable = {
  id: string;
  skills: readonly string[];
  difficulty: number;
  minutes: number;
  times: number;
  last: LocalDay | null;
};

/**
 * What the choice of items rests on; docs/plan.md gives the reasons. None of it is fitted to anybody: they are mild assumptions
 * that hold for most.
 */
export const GAIN = {
  /** The expected score at which one learns most, and how far from it learning falls to 0.6 of that. */
  bestScore: 0.7,
  scoreWidth: 0.2,
  /** How much more a skill is worth that nothing is known of than one that is known surely. */
  uncertain: 0.5,
  priorVariance: 1.4,
  /** Of what is practised, this much is learned even at once again; the rest needs time between. */
  massed: 0.4,
  spacedDays: 2,
  /** How long what was practised once holds (nine tenths of it), and how much longer for each further day. */
  stabilityDays: 7,
  stabilityGrowth: 1.6,
  longestStabilityDays: 180,
  /** What an item done before teaches beside a new one. */
  repeated: 0.6,
  /** What one forgets is worth relearning, in shares of what a skill is worth. */
  fading: 1,
  /** Logits that are assumed to be gained in a minute of what fits exactly, to look ahead with. */
  logitsAMinute: 0.006,
  /** Where no date is set. */
  horizonDays: 30,
} as const;

/** How the skills of a tree stand, by id. */
export function skillStates(
  { skills, mean, covariance }: Abilities,
  weights: Weights,
  practised: ReadonlyMap<string, { days: number; last: LocalDay }>,
): Map<string, SkillState> {
  const shareOf = sharesOf(weights, skills);
  return new Map(
    skills.map(({ id, area }, at) => {
      const { days = 0, last = null } = practised.get(id) ?? {};
      const variance = get(covariance, at, at);
      return [id, { id, area, mean: mean[at] ?? 0, variance, share: shareOf(id), days, last }];
    }),
  );
}

/** The skills of an item that are known, the first of which counts most, as in the skill model. */
export function partsOf(item: { skills: readonly string[] }, states: ReadonlyMap<string, SkillState>) {
  const known = item.skills.flatMap((id) => states.get(id) ?? []);
  return known.map((state, rank) => ({ state, part: rankShare(rank, known.length) }));
}

/** The score to be expected on an item. */
export function expectedOn(
  item: { skills: readonly string[]; difficulty: number },
  states: ReadonlyMap<string, SkillState>,
): number {
  const parts = partsOf(item, states);
  const mean = parts.reduce((sum, { state, part }) => sum + part * state.mean, 0);
  const variance = parts.reduce((sum, { state, part }) => sum + part * part * state.variance, 0);
  return expectedScore(mean, variance, item.difficulty).score;
}

/**
 * The gain in readiness that a minute of an item is expected to bring by the date, up to a constant: what its skills count for
 * in the role, times the room to grow there (the slope of the expected score), times how unsure that is, times what spacing and
 * forgetting leave of it, times how well its difficulty fits.
 */
export function gainAMinute(
  item: Practicable,
  states: ReadonlyMap<string, SkillState>,
  { day, until }: { day: LocalDay; until: LocalDay | null },
): number {
  const fits = fitOf(expectedOn(item, states));
  const worth = partsOf(item, states).reduce((sum, { state, part }) => {
    const { slope } = expectedScore(state.mean, state.variance, REFERENCE_DIFFICULTY);
    const unsure = 1 + GAIN.uncertain * Math.min(1, state.variance / GAIN.priorVariance);
    return sum + part * state.share * slope * unsure * timely(state, day, until);
  }, 0);
  return worth * fits * GAIN.repeated ** Math.min(item.times, MOST_REPEATS);
}

/** How much one learns where that score is expected: most where it is just in reach, little where it is sure or hopeless. */
function fitOf(expected: number): number {
  return Math.exp(-(((expected - GAIN.bestScore) / GAIN.scoreWidth) ** 2) / 2);
}

/** What spacing adds, what forgetting before the date takes away, and what has faded and is worth bringing back. */
function timely({ days, last }: SkillState, day: LocalDay, until: LocalDay | null): number {
  const ahead = until === null ? GAIN.horizonDays : Math.max(0, until - day);
  const stays = retained(ahead, days + 1);
  if (last === null) return stays;
  const since = Math.max(0, day - last);
  const spaced = 1 - (1 - GAIN.massed) * Math.exp(-since / GAIN.spacedDays);
  return stays * spaced * (1 + GAIN.fading * (1 - retained(since, days)));
}

/** The power curve of forgetting that FSRS uses: nine tenths are left after the stability. */
function retained(days: number, practisedDays: number): number {
  const stability = Math.min(
    GAIN.longestStabilityDays,
    GAIN.stabilityDays * GAIN.stabilityGrowth ** Math.max(0, practisedDays - 1),
  );
  return (1 + (FSRS_FACTOR * days) / stability) ** FSRS_DECAY;
}

/** The state after an item was done as planned: what it is assumed to have taught, so that the next day sees it. */
export function afterDoing(
  item: { skills: readonly string[]; difficulty: number; minutes: number },
  states: Map<string, SkillState>,
  day: LocalDay,
): void {
  const gained = GAIN.logitsAMinute * item.minutes * fitOf(expectedOn(item, states));
  for (const { state, part } of partsOf(item, states)) {
    states.set(state.id, {
      ...state,
      mean: state.mean + part * gained,
      variance: state.variance / (1 + part * LEARNED_FROM_ONE),
      days: state.last === day ? state.days : state.days + 1,
      last: day,
    });
  }
}

const REFERENCE_DIFFICULTY = 3;
const MOST_REPEATS = 3;
const LEARNED_FROM_ONE = 0.4;
const FSRS_FACTOR = 19 / 81;
const FSRS_DECAY = -0.5;
