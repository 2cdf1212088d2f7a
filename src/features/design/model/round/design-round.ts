import type { Round, Step } from "../../../../shared/rounds/round.ts";
import { assessDesign } from "./assess.ts";
import { did } from "./does.ts";
import { heard } from "./hears.ts";
import { close, enter } from "./lead.ts";
import type { DesignAction, DesignOutcome } from "./outcome.ts";
import { passed } from "./passes.ts";
import type { DesignSetup } from "./setup.ts";
import { type Decided, type DesignState, newState, quiet } from "./state.ts";

/** The round of system design: questions, scope, estimates, a drawing that is run, its defence, each within its time. */
export const designRound: Round<DesignSetup, DesignState> = {
  start: (setup, now) => stepOf(enter(newState(setup), now)),
  candidateSays: (state, said, now) => stepOf(state.over === null ? heard(state, said, now) : quiet(state)),
  candidateDoes(state, { seq, action, outcome }, now) {
    if (state.over !== null) return stepOf(quiet(state));
    // both have passed the provider: what it admits and what it gives back
    return stepOf(did(state, { seq, action: action as DesignAction, outcome: outcome as DesignOutcome }, now));
  },
  tick: (state, beat, now) => stepOf(state.over === null ? passed(state, beat, now) : quiet(state)),
  finish: (state) => stepOf(close(state, "candidate")),
  assess: assessDesign,
};

function stepOf({ state, moves }: Decided): Step<DesignState> {
  return { state, moves, over: state.over };
}
