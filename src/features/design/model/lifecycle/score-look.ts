import type { Fault } from "../../../../shared/content/design/world.ts";
import { dPrimeOf } from "../quality/detection.ts";
import { attackRate } from "./decisions.ts";
import { featuresAt } from "./inputs.ts";
import { type Life, rateAt } from "./life.ts";
import { histogramOf, largestGap, type Mixture, sampledHistogram, stabilityIndex } from "./score-distribution.ts";
import type { ModelState } from "./version.ts";
import { modelWorth, shownBy } from "./view.ts";

/** More scores than these tell a monitor nothing new. */
const MOST_SCORES = 50_000;
/** Requests of an attack resemble one another: their scores lie close together. Proposed by us. */
const ATTACK = { mean: 1, deviation: 0.15 };

/** Adds the scores of a stretch of time, taken at its middle, to what each model has scored so far. */
export function noteScores(life: Life, { from, to }: { from: number; to: number }): void {
  const at = (from + to) / 2;
  const rate = rateAt(life, at);
  const attack = attackRate({ at, faults: life.scenario.faults });
  for (const state of life.models) {
    const mixture = mixtureOf(life, state, { at, shift: shiftOf(life, state, at), attack: attack / (attack + rate) });
    const count = (attack + rate) * (to - from);
    histogramOf(mixture).forEach((share, bin) => {
      state.scores[bin] = (state.scores[bin] ?? 0) + share * count;
    });
  }
}

/** What a monitor had seen of each model's scores at its last look. */
export type ScoresSeen = Map<ModelState, number[]>;

/**
 * The stability of the scores since the last look against those of the data that the version in service was trained on, the
 * worst of all models: both are histograms of ten bins, the new one with its sampling error.
 */
export function scoreLook(life: Life, seen: ScoresSeen): { psi: number; gap: number } {
  const looks = life.models.map((state) => {
    const before = seen.get(state) ?? [];
    const counts = state.scores.map((all, bin) => all - (before[bin] ?? 0));
    seen.set(state, [...state.scores]);
    const sum = counts.reduce((total, each) => total + each, 0);
    if (sum <= 0) return { psi: 0, gap: 0 };
    const shares = counts.map((each) => each / sum);
    const reference = histogramOf(mixtureOf(life, state, { at: life.now, shift: 0, attack: 0 }));
    const sampled = sampledHistogram(shares, Math.min(MOST_SCORES, sum), life.random);
    return { psi: stabilityIndex(sampled, reference), gap: largestGap(sampled, reference) };
  });
  return { psi: Math.max(0, ...looks.map(({ psi }) => psi)), gap: Math.max(0, ...looks.map(({ gap }) => gap)) };
}

/** Standard deviations by which the scores of a model have moved: what faults take from it shows in proportion. */
function shiftOf(life: Life, state: ModelState, at: number): number {
  const { drift } = life.view.world.signal;
  const version = state.live;
  const left = life.scenario.faults.reduce(
    (all, fault) => all * (1 - shownBy(life.view, state.served, { fault, version, at })),
    1,
  );
  return drift.shows * (1 - left);
}

function mixtureOf(
  { view }: Life,
  state: ModelState,
  { at, shift, attack }: { at: number; shift: number; attack: number },
): Mixture {
  const positives = view.world.detection?.positives ?? 0;
  const picks = new Map([[state.served.node.id, state.live]]);
  const worth = modelWorth(view, state.served, { at, faults: [], picks }) * featuresAt(view.inputs, [], at);
  const dPrime = dPrimeOf(view.world, state.served.node, worth);
  const usual = 1 - attack;
  return [
    { share: usual * (1 - positives), mean: shift, deviation: 1 },
    { share: usual * positives, mean: dPrime + shift, deviation: 1 },
    { share: attack, ...ATTACK },
  ];
}

/** The faults that by themselves would move the scores of a version in service by at least so much, noise aside. */
export function shownFaults(life: Life, psi: number): Fault[] {
  const { view, scenario, now: at } = life;
  const rate = rateAt(life, at);
  return scenario.faults.filter((fault) => {
    const attack = fault.at < at ? attackRate({ at, faults: [fault] }) : 0;
    return life.models.some((state) => {
      const shown = fault.at < at ? shownBy(view, state.served, { fault, version: state.live, at }) : 0;
      const moved = { at, shift: view.world.signal.drift.shows * shown, attack: attack / (attack + rate) };
      const calm = histogramOf(mixtureOf(life, state, { at, shift: 0, attack: 0 }));
      return stabilityIndex(histogramOf(mixtureOf(life, state, moved)), calm) >= psi;
    });
  });
}
