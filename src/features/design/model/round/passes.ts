import { move } from "../../../../shared/rounds/move.ts";
import type { Beat, Ms } from "../../../../shared/rounds/round.ts";
import { dueCall } from "../../../../shared/rounds/time-calls.ts";
import { close, endOf, goOn, goOnForTime } from "./lead.ts";
import { type Decided, type DesignState, openPrompt, quiet, saying } from "./state.ts";

const MINUTE_MS = 60_000;
/** Who is in the middle of a sentence may end it. */
const GRACE_MS = MINUTE_MS;
/** After its time a question is left once nobody has said anything for so long. */
const QUIET_MS = 20_000;
const LONG_ANSWER_WORDS = 260;

/** Time: the end, a call, the next phase, the next question, a cut into a long answer, a nudge. Never two at once. */
export function passed(state: DesignState, beat: Beat, now: Ms): Decided {
  const { setup } = state;
  const leftMs = setup.minutes * MINUTE_MS - now;
  if (leftMs <= 0) return close(state, "time");
  const call = dueCall({ minutes: setup.minutes, called: state.called }, leftMs);
  if (call)
    return {
      state: { ...state, called: call.called },
      moves: [move("call-time", { about: `${call.leftMinutes}` })],
    };
  const grace = beat.draftWords > 0 ? GRACE_MS : 0;
  if (now >= endOf(state) + grace) return goOnForTime(state, now);
  const open = openPrompt(state);
  if (open && now >= open.so.endsAt && beat.draftWords === 0 && beat.idleMs >= QUIET_MS) return goOn(state, now);
  return spokenTo(state, beat);
}

function spokenTo(state: DesignState, { idleMs, draftWords }: Beat): Decided {
  const { setup, asks } = state;
  const topic = openPrompt(state)?.prompt.id ?? "";
  if (setup.interrupts && draftWords >= LONG_ANSWER_WORDS && topic !== "" && state.cutInAt < asks)
    return saying({ ...state, cutInAt: asks }, move("interrupt", { topic }));
  if (setup.nudgeAfterMs !== null && idleMs >= setup.nudgeAfterMs && state.nudgedAt < asks)
    return saying({ ...state, nudgedAt: asks }, move("nudge", { topic: topic || state.phase }));
  return quiet(state);
}
