import { counted } from "../../../../lib/text.ts";
import { unreachable } from "../../../../lib/unreachable.ts";
import { move } from "../../../../shared/rounds/move.ts";
import type { Ms, Over } from "../../../../shared/rounds/round.ts";
import { chooseProbes } from "../interview/choose-probes.ts";
import { parseDesign } from "../language/parse-design.ts";
import { PHASE_TITLES, phaseEnds, ROUND_PHASES, type RoundPhase } from "./phases.ts";
import { asking, type Decided, type DesignState, openPrompt, promptOf, quiet, withPrompt } from "./state.ts";

/** With less left of its phase no further question is opened. */
const LEAST_FOR_A_QUESTION_MS = 30_000;
/** So many questions on the last run come before those that everybody is asked; the others after them. */
const PROBES_FIRST = 2;

const FIRST_QUESTION =
  "What would you like to know before you design anything? I answer what you ask for; tell me when you have no more questions.";
const DRAW =
  "Now draw it, as arrows or on the canvas, and run it. Run it again as often as there is time for, and think aloud while you work. Tell me when you are done.";

export function endOf({ setup, phase }: DesignState): Ms {
  return phaseEnds(setup.minutes)[phase];
}

/** Goes on to what comes next: the next question of the phase, else the next phase. */
export function goOn(state: DesignState, now: Ms): Decided {
  if (state.over !== null) return quiet(state);
  const left = openPrompt(state) ? withPrompt(state, () => ({ closed: true })) : state;
  return left.phase === "scope" || left.phase === "defend" ? askNext(left, now) : nextPhase(left, now);
}

/** Leaves a phase whose time is over, and says so. */
export function goOnForTime(state: DesignState, now: Ms): Decided {
  const left = openPrompt(state) ? withPrompt(state, () => ({ closed: true })) : state;
  const said = move("comment", {
    core: `The time for this part is over (${PHASE_TITLES[state.phase].toLowerCase()}), so let us go on.`,
  });
  const { state: next, moves } = nextPhase({ ...left, queue: [] }, now);
  return { state: next, moves: [said, ...moves] };
}

/** Ends the round; one that has ended stays as it is. */
export function close(state: DesignState, why: Over): Decided {
  if (state.over !== null) return quiet(state);
  const left = openPrompt(state) ? withPrompt(state, () => ({ closed: true })) : state;
  return { state: { ...left, over: why }, moves: [move("close", { about: why })] };
}

function nextPhase(state: DesignState, now: Ms): Decided {
  const next = ROUND_PHASES[ROUND_PHASES.indexOf(state.phase) + 1];
  return next === undefined ? close(state, "done") : enter({ ...state, phase: next, offered: null }, now);
}

/** Opens the phase that the state is in, with what is asked first in it. */
export function enter(state: DesignState, now: Ms): Decided {
  const { setup } = state;
  const phase: RoundPhase = state.phase;
  switch (phase) {
    case "clarify":
      return asking(state, [
        move("open", { topic: phase, core: setup.brief }),
        move("ask", { topic: phase, about: "first", core: FIRST_QUESTION }),
      ]);
    case "scope":
      return askNext(
        { ...state, queue: setup.written.flatMap((each) => (each.phase === "defend" ? [] : each.id)) },
        now,
      );
    case "estimate":
      if (setup.estimates.length === 0 || state.estimates !== null) return nextPhase(state, now);
      return asking(state, [move("ask", { topic: phase, core: estimateQuestion(setup.estimates.length) })]);
    case "design":
      return asking(state, [move("ask", { topic: phase, core: DRAW })]);
    case "defend":
      return askNext({ ...state, queue: defenceOf(state) }, now);
    default:
      return unreachable(phase);
  }
}

function estimateQuestion(count: number): string {
  return `Now some figures. ${counted(count, "quantity", "quantities")} stand in the sheet beside us. Put down what you estimate, from what you know by now; the order of magnitude counts. Hand the sheet in when you are done.`;
}

function askNext(state: DesignState, now: Ms): Decided {
  const [id, ...queue] = state.queue;
  const leftMs = endOf(state) - now;
  const prompt = id === undefined ? undefined : promptOf(state.setup, id);
  if (!prompt || leftMs < LEAST_FOR_A_QUESTION_MS) return nextPhase({ ...state, queue: [] }, now);
  const asked = {
    id: prompt.id,
    endsAt: now + leftMs / (queue.length + 1),
    closed: false,
    said: [],
    reading: null,
    followedUp: false,
    challenged: false,
    lost: 0,
  };
  return asking({ ...state, queue, asked: [...state.asked, asked] }, [
    move("ask", { topic: prompt.id, core: prompt.ask }),
  ]);
}

/** Questions on the last run and those that everybody is asked at the end, but for what was asked before. */
function defenceOf(state: DesignState): string[] {
  const probes = probesOf(state);
  const written = state.setup.written.flatMap((each) => (each.phase === "defend" ? [each.id] : []));
  return [...probes.slice(0, PROBES_FIRST), ...written, ...probes.slice(PROBES_FIRST)];
}

/** What the last run gives to ask; none without a run. */
export function probesOf({ setup, runs, asked }: DesignState): string[] {
  const last = runs.at(-1);
  if (!last) return [];
  const left = setup.probes.filter(({ id }) => asked.every((each) => each.id !== id));
  return chooseProbes(left, { report: last.report, design: parseDesign(last.design).design }).map(({ id }) => id);
}
