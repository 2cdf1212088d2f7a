import { move } from "../../../../shared/rounds/move.ts";
import type { Round } from "../../../../shared/rounds/round.ts";
import type { RoundAction } from "../../schema.ts";
import { assessCoding } from "./assess-coding.ts";
import { heard } from "./hear.ts";
import { done, draftJudged } from "./judged.ts";
import type { RoundOutcome } from "./outcome.ts";
import { passed } from "./pass-time.ts";
import { openingOf } from "./questions.ts";
import { type CodingSetup, type CodingState, close, newState, stepOf } from "./state.ts";

/** A round in which code is written, mended or carried from level to level while somebody listens and asks. */
export const codingRound: Round<CodingSetup, CodingState> = {
  start(setup, now) {
    const { open, ask } = openingOf(setup);
    const topic = setup.item.slug;
    const state = { ...newState(setup), lastCore: ask, progressAtMs: now };
    return stepOf({ state, moves: [move("open", { topic, about: "approach", core: `${open} ${ask}` })] });
  },
  candidateSays: (state, said, now) => stepOf(state.over === null ? heard(state, said, now) : { state, moves: [] }),
  candidateDoes(state, { seq, action, outcome }, now) {
    // both have passed the provider: what it admits and what it gives back
    const did = { seq, action: action as RoundAction, outcome: outcome as RoundOutcome };
    return stepOf(state.over === null ? done(state, did, now) : draftJudged(state, did, now));
  },
  tick: (state, beat, now) => stepOf(state.over === null ? passed(state, beat, now) : { state, moves: [] }),
  finish: (state) => stepOf(close(state, "candidate")),
  assess: assessCoding,
};
