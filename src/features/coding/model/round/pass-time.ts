import { move } from "../../../../shared/rounds/move.ts";
import type { Beat, Ms } from "../../../../shared/rounds/round.ts";
import { dueCall } from "../../../../shared/rounds/time-calls.ts";
import { isDone } from "./hear.ts";
import { afterwards, askOnce, both, helpOn, remark } from "./lead.ts";
import * as says from "./questions.ts";
import { type CodingState, close, type Decided, hasWritten, nextHint, silent, submissionsOf } from "./state.ts";

const MINUTE_MS = 60_000;
/** A question about finished code that nobody answers for so long is left. */
const UNANSWERED_MS = 3 * MINUTE_MS;
/** So long without a word, a line of code or a test more that passes, and help is given unasked. */
const STUCK_MS = 7 * MINUTE_MS;
const BETWEEN_NUDGES_MS = 4 * MINUTE_MS;
const LONG_ANSWER_WORDS = 260;

/** Time: the end, a call, what nobody answers, help for who stands still, a nudge. Never two of them at once. */
export function passed(state: CodingState, { idleMs, draftWords }: Beat, now: Ms): Decided {
  const { minutes, nudgeAfterMs, interrupts } = state.setup;
  const leftMs = minutes * MINUTE_MS - now;
  if (leftMs <= 0) return close(state, "time");
  const call = dueCall({ minutes, called: state.called }, leftMs);
  if (call) return callTime(state, call, now);
  if (isDone(state)) {
    const since = state.waiting?.atMs ?? state.progressAtMs;
    return now - since >= UNANSWERED_MS ? afterwards({ ...state, waiting: null }, now) : silent(state);
  }
  if (interrupts && draftWords >= LONG_ANSWER_WORDS) return remark(state, "interrupt");
  if (nextHint(state) !== undefined && now - state.progressAtMs >= STUCK_MS) return helpOn(state, now);
  const rested = state.nudgedAtMs === null || now - state.nudgedAtMs >= BETWEEN_NUDGES_MS;
  if (nudgeAfterMs !== null && idleMs >= nudgeAfterMs && rested) {
    const nudged = remark(state, "nudge");
    return nudged.moves.length === 0 ? silent(state) : { ...nudged, state: { ...nudged.state, nudgedAtMs: now } };
  }
  return silent(state);
}

/** With it comes a word to who has not handed anything in. */
function callTime(state: CodingState, call: NonNullable<ReturnType<typeof dueCall>>, now: Ms): Decided {
  const { called, leftMinutes } = call;
  const told: Decided = { state: { ...state, called }, moves: [move("call-time", { about: `${leftMinutes}` })] };
  const unjudged = hasWritten(state) && submissionsOf(state).every(({ accepted }) => !accepted);
  if (!unjudged || isDone(state)) return told;
  return both(told, (next) => askOnce(next, { id: "hand-in", act: "comment", core: says.HAND_IN }, now));
}
