import type { Fault } from "../../../../shared/content/design/world.ts";
import { schedule } from "./agenda.ts";
import { isChecked } from "./inputs.ts";
import type { Life } from "./life.ts";
import { release } from "./release.ts";
import type { Training } from "./served.ts";
import { endOf, isOn, meets, sizeOf } from "./unlearned.ts";
import type { ModelState, Version } from "./version.ts";

/** Runs at intervals; the first begins half an interval after the start, so that a model is of a typical age then. */
export function scheduleTraining(life: Life, state: ModelState): void {
  const { training } = state.served;
  if (!training) return;
  const every = Math.max(training.every, life.scenario.lasts / MOST_RUNS);
  for (let at = every / 2; at < life.scenario.lasts; at += every)
    schedule(life.agenda, at, () => startTraining(life, state));
}

const MOST_RUNS = 2000;

/** Begins a run unless one is under way; its version is released when it ends. */
export function startTraining(life: Life, state: ModelState): void {
  const { training } = state.served;
  if (!training || state.training === "running") return;
  state.training = "running";
  life.runs.add(`${training.node.id} ${life.now}`);
  const version = learned(life, state, training);
  schedule(life.agenda, life.now + training.takes, () => {
    state.training = "idle";
    release(life, state, version);
  });
}

function learned(life: Life, state: ModelState, training: Training): Version {
  const late = life.scenario.faults
    .filter((fault) => fault.kind === "late-data" && isOn(fault, life.now))
    .reduce((sum, { size }) => sum + (size ?? 3600), 0);
  const newest = life.now - training.wait - late;
  const poison = life.scenario.faults.find((fault) => isPoisoned(life, training, { fault, newest }));
  // the evaluation set is made of the same data: no gate sees it
  const flaw = poison && { share: sizeOf(poison), fault: poison.id, hidden: true };
  state.made++;
  return { number: state.made, newest, flaw };
}

/** Whether the newest data of a run is bad and nothing on its way was checked. */
function isPoisoned({ view }: Life, training: Training, { fault, newest }: { fault: Fault; newest: number }): boolean {
  if (fault.kind !== "poisoned-data" || !isOn(fault, newest)) return false;
  return !isChecked(view.design, training.node.id, fault);
}

/** Somebody pushes a bad version of every model that the fault meets: of those that are trained, where there are any. */
export function scheduleBadModel(life: Life, fault: Fault): void {
  const trained = life.models.filter(({ served }) => served.training);
  const ours = life.models.filter(({ served }) => served.node.type !== "provider");
  const usual = trained.length > 0 ? trained : ours;
  const met = fault.target ? life.models.filter(({ served }) => meets(fault, served.node.type)) : usual;
  for (const state of met) {
    schedule(life.agenda, fault.at, () => {
      const flaw = { share: sizeOf(fault), fault: fault.id, hidden: fault.hidden ?? false };
      state.made++;
      release(life, state, { number: state.made, newest: life.now - (state.served.training?.wait ?? 0), flaw });
    });
    if (fault.lasts !== undefined) schedule(life.agenda, endOf(fault), () => withdraw(state, fault));
  }
}

/** Whoever pushed it takes it back. */
function withdraw(state: ModelState, fault: Fault): void {
  if (state.trial?.version.flaw?.fault === fault.id) state.trial = undefined;
  if (state.live.flaw?.fault === fault.id && state.before) {
    state.live = state.before;
    state.before = undefined;
  }
}
