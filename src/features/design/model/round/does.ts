import { unreachable } from "../../../../lib/unreachable.ts";
import { move } from "../../../../shared/rounds/move.ts";
import type { Ms } from "../../../../shared/rounds/round.ts";
import { goOn, probesOf } from "./lead.ts";
import { type DesignAction, type DesignOutcome, textOf } from "./outcome.ts";
import { type Decided, type DesignState, quiet } from "./state.ts";

type Done = { seq: number; action: DesignAction; outcome: DesignOutcome };

/** What the interviewer does about something that was done, by what came of it. */
export function did(before: DesignState, { seq, action, outcome }: Done, now: Ms): Decided {
  if ("refused" in outcome) return quiet({ ...before, note: outcome.refused });
  const state = { ...before, note: null };
  const text = textOf(action, before.drawn);
  switch (outcome.type) {
    case "design":
      return quiet({ ...state, note: outcome.note, drawn: { seq, text, faults: outcome.faults } });
    case "run": {
      const { faults, report } = outcome;
      return ran({ ...state, drawn: { seq, text, faults } }, { seq, design: text, report });
    }
    case "estimates": {
      const handedIn = { ...state, estimates: { seq, values: action.type === "estimates" ? action.values : {} } };
      return state.phase === "estimate" ? goOn(handedIn, now) : quiet(handedIn);
    }
    case "go-on":
      return goOn(state, now);
    default:
      return unreachable(outcome);
  }
}

function ran(before: DesignState, run: DesignState["runs"][number]): Decided {
  const state = { ...before, runs: [...before.runs, run] };
  const { objectives } = run.report;
  const met = objectives.filter((each) => each.met).length;
  const core =
    met === objectives.length
      ? `Run ${state.runs.length} meets all ${objectives.length} objectives.`
      : `Run ${state.runs.length} meets ${met} of ${objectives.length} objectives.`;
  const moves = [move("comment", { topic: state.phase, core })];
  // a first run that comes as late as this is asked about too
  const asksOn = state.phase === "defend" && before.runs.length === 0;
  return { state: asksOn ? { ...state, queue: [...state.queue, ...probesOf(state)] } : state, moves };
}
