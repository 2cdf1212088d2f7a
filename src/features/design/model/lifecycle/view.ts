import type { Fault, World } from "../../../../shared/content/design/world.ts";
import type { Design } from "../design.ts";
import { modelSignal } from "../quality/model-signal.ts";
import { countingStreams } from "../quality/streams.ts";
import { entryOf } from "../run/entry.ts";
import type { Fate } from "./cascade.ts";
import { type Plan, planOf } from "./cascade-plan.ts";
import { featuresAt, type Inputs, inputsOf } from "./inputs.ts";
import type { Served } from "./served.ts";
import { lostTo } from "./unlearned.ts";
import type { Version } from "./version.ts";

/** A design in its world, as far as the days are concerned. */
export type View = {
  design: Design;
  world: World;
  models: readonly Served[];
  inputs: Inputs;
  /** The way of a request; undefined where none can enter. */
  plan: Plan | undefined;
  /** Fates that were worked out already: most moments are like the one before. */
  fates: Map<string, Fate>;
  /** A stream that is fed writes counts that velocity rules can read. */
  counted: boolean;
};

/** What is true at a moment: the time, the faults that count, and which version of each model answers. */
export type Moment = { at: number; faults: readonly Fault[]; picks: ReadonlyMap<string, Version> };

export function viewOf(design: Design, world: World, models: readonly Served[]): View {
  const entry = entryOf(design);
  return {
    design,
    world,
    models,
    inputs: inputsOf(design, world),
    plan: entry && planOf(design, entry),
    fates: new Map(),
    counted: countingStreams(design).length > 0,
  };
}

/** What a version of a model is worth by itself, 0 to 1: size, age, learning, flaws and what it has not learned yet. */
export function modelWorth({ world }: View, served: Served, { at, faults, picks }: Moment): number {
  const version = picks.get(served.node.id);
  if (!version) return 0;
  const ages = served.node.type === "ranker" || served.node.type === "scorer";
  const usual = modelSignal(world, served.node, ages ? at - version.newest : 0) * served.learning;
  return faults.reduce((left, fault) => left * (1 - lostTo(fault, { served, version, at })), usual);
}

/** Share of the signal that one fault takes from one version, its features included: what shows in the scores. */
export function shownBy(
  view: View,
  served: Served,
  { fault, version, at }: { fault: Fault; version: Version; at: number },
): number {
  if (fault.kind === "policy-change") return 0; // the same inputs and the same model: the scores do not move
  const own = lostTo(fault, { served, version, at });
  return 1 - (1 - own) * (1 - featuresLost(view, fault, at));
}

/** Share of what features are usually worth that a fault takes from them. */
export function featuresLost({ inputs }: View, fault: Fault, at: number): number {
  const usual = featuresAt(inputs, [], at);
  return usual > 0 ? Math.max(0, 1 - featuresAt(inputs, [fault], at) / usual) : 0;
}
