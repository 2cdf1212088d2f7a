import { move } from "../../../../shared/rounds/move.ts";
import type { Ms } from "../../../../shared/rounds/round.ts";
import type { RoundAction } from "../../schema.ts";
import { isDone } from "./hear.ts";
import { afterwards, askNext, askOnce, both } from "./lead.ts";
import { MOST_SUBMISSIONS } from "./log-limits.ts";
import type { RoundOutcome } from "./outcome.ts";
import { checksOfTheirOwn, ownChecksIn } from "./own-cases.ts";
import * as says from "./questions.ts";
import {
  type Attempt,
  type CodingState,
  type Decided,
  hasWritten,
  isMet,
  isSolved,
  nextHint,
  owesJudgement,
  silent,
  submissionsOf,
} from "./state.ts";

/** Somebody who has said fewer words began without a word. */
const HARDLY_A_WORD = 8;
const FAILURES_BEFORE_A_POINTER = 3;

type Judged = Extract<RoundOutcome, { type: "judged" }>;
type Done = { seq: number; action: RoundAction; outcome: RoundOutcome };

/** What the interviewer does about something that was done. */
export function done(state: CodingState, { seq, action, outcome }: Done, now: Ms): Decided {
  const known = withCode({ ...state, notice: null }, action, now);
  if ("refused" in outcome) return silent({ ...known, notice: outcome.refused });
  switch (outcome.type) {
    case "noted":
      return wordsFirst(known, now);
    case "not-judged":
      return silent({ ...known, notice: outcome.why });
    case "judged":
      return judged(known, { seq, outcome }, now);
  }
}

/** What was not handed in is judged as it stands; nothing more is said about it. */
export function draftJudged(state: CodingState, { seq, outcome }: Done, now: Ms): Decided {
  if (!owesJudgement(state) || "refused" in outcome || outcome.type !== "judged") return silent(state);
  const attempt = attemptOf(state, { seq, outcome }, now);
  return silent({ ...takenIn(state, attempt, { outcome, now }), draftSeq: seq });
}

function withCode(state: CodingState, action: RoundAction, now: Ms): CodingState {
  const code = action.code ?? state.code;
  if (code === state.code) return state;
  const snapshot = action.type === "code" ? code.length : 0;
  return {
    ...state,
    code,
    codeAtMs: now,
    snapshotCharacters: state.snapshotCharacters + snapshot,
    progressAtMs: now,
  };
}

/** Somebody who starts to write without a word is asked for the approach, once. */
function wordsFirst(state: CodingState, now: Ms): Decided {
  if (!hasWritten(state) || state.words >= HARDLY_A_WORD || isDone(state)) return silent(state);
  const { kind } = state.setup;
  return askOnce(state, { id: "words-first", act: "probe", core: says.WORDS_FIRST[kind] }, now);
}

function judged(before: CodingState, { seq, outcome }: { seq: number; outcome: Judged }, now: Ms): Decided {
  const attempt = attemptOf(before, { seq, outcome }, now);
  const state = takenIn(before, attempt, { outcome, now });
  if (attempt.mode === "run") return attempt.accepted ? afterPassedRun(state, now) : afterFailure(state, outcome, now);
  if (attempt.accepted) return afterPassed(before, state, now);
  return afterFailedSubmission(before, { state, attempt, outcome }, now);
}

function attemptOf(state: CodingState, { seq, outcome }: { seq: number; outcome: Judged }, now: Ms): Attempt {
  const { seen, passed, total, share, levelsPassed, mended, belief, findings } = outcome;
  const ownChecks = ownChecksIn(state.code);
  const accepted = seen.verdict === "accepted";
  const { mode } = seen;
  return { seq, atMs: now, mode, passed, total, accepted, share, levelsPassed, mended, belief, findings, ownChecks };
}

function takenIn(before: CodingState, attempt: Attempt, { outcome, now }: { outcome: Judged; now: Ms }): CodingState {
  const best = Math.max(0, ...before.attempts.filter(({ mode }) => mode === attempt.mode).map(({ passed }) => passed));
  const level = Math.max(before.level, Math.min(before.setup.item.levels, attempt.levelsPassed + 1));
  return {
    ...before,
    attempts: [...before.attempts, attempt],
    last: outcome.seen,
    level: attempt.mode === "submit" && attempt.accepted ? level : before.level,
    handedIn: attempt.mode === "submit" ? before.code : before.handedIn,
    progressAtMs: attempt.passed > best ? now : before.progressAtMs,
  };
}

function afterPassedRun(state: CodingState, now: Ms): Decided {
  if (isDone(state) || isMet(state, "edge-cases") || checksOfTheirOwn(state)) return wordsFirst(state, now);
  return askOnce(state, { id: "edges", act: "probe", core: says.EDGES_BEFORE }, now);
}

function afterFailure(state: CodingState, { seen }: Judged, now: Ms): Decided {
  if (isDone(state)) return silent(state);
  const { verdict } = seen;
  if (verdict === "runtime-error") return askNext(state, "error", { ways: says.AFTER_ERROR, now });
  if (verdict === "time-limit") return askNext(state, "slow", { ways: says.AFTER_TIME_OUT, now });
  return askNext(state, "failed-run", { ways: says.AFTER_FAILED_RUN, now });
}

/** A level opens, or the talk about the whole begins. */
function afterPassed(before: CodingState, state: CodingState, now: Ms): Decided {
  if (isSolved(before)) return silent(state);
  if (isSolved(state)) return afterwards({ ...state, waiting: null }, now);
  if (state.level === before.level) return silent(state);
  const { levels, slug } = state.setup.item;
  const core = says.levelOpened(state.level, levels);
  return {
    state: { ...state, lastCore: core, waiting: null },
    moves: [move("comment", { topic: slug, about: `level-${state.level}`, core })],
  };
}

type Failed = { state: CodingState; attempt: Attempt; outcome: Judged };

function afterFailedSubmission(before: CodingState, { state, attempt, outcome }: Failed, now: Ms): Decided {
  if (isSolved(before)) return silent(state);
  if (submissionsOf(state).length >= MOST_SUBMISSIONS)
    return both(askOnce(state, { id: "last-submission", act: "comment", core: says.LAST_SUBMISSION }, now), (next) =>
      afterwards({ ...next, waiting: null }, now),
    );
  const asked = askAboutFailure(before, { state, attempt, outcome }, now);
  return offersPointer(asked.state) ? both(asked, (next) => askOnce(next, pointer(), now)) : asked;
}

function askAboutFailure(before: CodingState, { state, attempt, outcome }: Failed, now: Ms): Decided {
  const had = new Set(submissionsOf(before).flatMap(({ mended }) => mended));
  if (state.setup.kind === "debugging") {
    const fresh = attempt.mended.some((id) => !had.has(id));
    const how = fresh ? askNext(state, "how-known", { ways: says.HOW_KNOWN, now }) : silent(state);
    return how.moves.length > 0 ? how : askNext(state, "faults-left", { ways: says.FAULTS_LEFT, now });
  }
  if (attempt.levelsPassed + 1 < state.level)
    return askNext(state, "broken-level", { ways: says.AFTER_BROKEN_LEVEL, now });
  if (outcome.seen.verdict === "wrong-answer" && outcome.seen.visible.every(({ status }) => status === "passed"))
    return askNext(state, "failed-submission", { ways: says.AFTER_FAILED_SUBMISSION, now });
  return afterFailure(state, outcome, now);
}

function pointer() {
  return { id: "pointer", act: "comment", core: says.POINTER } as const;
}

function offersPointer(state: CodingState): boolean {
  if (nextHint(state) === undefined || state.asked.includes("pointer")) return false;
  return submissionsOf(state).length >= FAILURES_BEFORE_A_POINTER && !isSolved(state);
}
