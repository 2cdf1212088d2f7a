import { numberAt, wordAt } from "../quality/node-parameters.ts";
import { schedule } from "./agenda.ts";
import { stoppedAfter } from "./canary-test.ts";
import { detect } from "./incidents.ts";
import { count, incident, type Life, rateAt } from "./life.ts";
import type { ModelState, Trial, Version } from "./version.ts";
import { modelWorth } from "./view.ts";

/** A loss below this is within the noise of an evaluation set. Proposed by us. */
const EVALUATION_NOISE = 0.02;
/** Share of answers with a success (a click, a sale, a fraud caught) when quality is perfect. Proposed by us. */
const SUCCESSES = { ranking: 0.05, generation: 0.2, detection: 0.9 };

/** Brings a new version towards the traffic: through the gate, then through a trial, where the design has them. */
export function release(life: Life, state: ModelState, version: Version): void {
  const { registry, canary } = state.served;
  const { flaw } = version;
  if (registry && wordAt(registry, "gate") === "on" && flaw && !flaw.hidden && flaw.share >= EVALUATION_NOISE) {
    count(life, registry, "refused");
    const refused = incident(life, flaw.fault);
    if (!refused) return;
    detect(refused, life.now, "gate");
    refused.refused = true;
    return;
  }
  if (canary) {
    const mode = wordAt(canary, "mode") === "shadow" ? "shadow" : "canary";
    tryOut(life, state, { version, share: numberAt(canary, "share") ?? 0.05, mode });
  } else promote(state, version);
}

function promote(state: ModelState, version: Version): void {
  state.before = state.live;
  state.live = version;
  state.trial = undefined;
}

function tryOut(life: Life, state: ModelState, trial: Trial): void {
  const { canary } = state.served;
  if (!canary) return;
  state.trial = trial;
  count(life, canary, "trials");
  const bake = numberAt(canary, "bake") ?? 1800;
  const stopped = stoppedAfter(comparisonOf(life, state, trial), bake, life.random);
  const pass = () => promote(state, trial.version);
  const stop = () => {
    state.trial = undefined;
    count(life, canary, "stopped");
    const found = incident(life, trial.version.flaw?.fault ?? "");
    if (found) detect(found, life.now, "canary");
  };
  schedule(life.agenda, life.now + (stopped ?? bake), () => {
    // a later version or a rollback may have taken its place
    if (state.trial === trial) (stopped === undefined ? pass : stop)();
  });
}

/** What the trial sees: scores at once, and successes where a label comes; a shadow's answers earn no label. */
function comparisonOf(life: Life, state: ModelState, { version, share, mode }: Trial) {
  const { view, scenario, now } = life;
  const { world } = view;
  const worth = (of: Version) =>
    modelWorth(view, state.served, { at: now, faults: scenario.faults, picks: new Map([[state.served.node.id, of]]) });
  const [live, tried] = [worth(state.live), worth(version)];
  const rate = rateAt(life, now);
  const labelled = world.task === "detection" ? (world.detection?.positives ?? 0) : 1;
  const success = SUCCESSES[world.task];
  return {
    trial: rate * share,
    control: rate * (mode === "shadow" ? share : 1 - share),
    shift: world.signal.drift.shows * (version.flaw?.share ?? 0),
    labels: {
      share: world.labels.share * (mode === "shadow" && world.task !== "detection" ? 0 : labelled),
      delay: world.labels.delay,
      control: success * live,
      trial: success * tried,
    },
  };
}

/** Whether the version before the one in service would do better now, and a registry still has it. */
export function canRollBack({ view, scenario, now }: Life, { served, live, before }: ModelState): boolean {
  if (!served.registry || !before) return false;
  const worth = (version: Version) =>
    modelWorth(view, served, { at: now, faults: scenario.faults, picks: new Map([[served.node.id, version]]) });
  return worth(before) > worth(live);
}

/**
 * Puts the version before the one in service back, if it does better now: after the registry's `rollback`. Without a registry
 * only a trial can be stopped.
 */
export function rollBack(life: Life, state: ModelState): void {
  const { registry } = state.served;
  const { before, live } = state;
  if (state.trial?.version.flaw) state.trial = undefined;
  if (!registry || !before || !canRollBack(life, state)) return;
  schedule(life.agenda, life.now + (numberAt(registry, "rollback") ?? 300), () => {
    if (state.live !== live) return;
    state.live = before;
    state.before = undefined;
    count(life, registry, "rollbacks");
  });
}
