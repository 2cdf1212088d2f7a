import type { Assessment } from "./assessment.ts";
import type { Move } from "./move.ts";
import type { Reading } from "./reading.ts";

/** Milliseconds of the round's own clock, which stands still while nobody is there. */
export type Ms = number;

/** Words with which the candidate yielded the floor, and what was made of them. `seq` is their place in the log. */
export type Said = { seq: number; text: string; reading: Reading };
/** Something done, such as a run of code, and what came of it. Both are the round's own shapes, kept as JSON. */
type Done = { seq: number; action: unknown; outcome: unknown };
/** Time has passed: since when nothing was typed or said, and how many words stand unsent. */
export type Beat = { idleMs: number; draftWords: number };

/** Why a round has ended. */
export type Over = "done" | "time" | "candidate" | "conduct";

/** The next state, and what the interviewer does. `over` stays once it is there. */
export type Step<State> = { state: State; moves: Move[]; over: Over | null };

/**
 * A round as a pure state machine: no I/O, no clock, no chance. The same events give the same states and moves, so that a
 * session is a log of events: it resumes after a crash, and replays. States are JSON.
 */
export type Round<Setup, State> = {
  start: (setup: Setup, now: Ms) => Step<State>;
  candidateSays: (state: State, said: Said, now: Ms) => Step<State>;
  candidateDoes: (state: State, done: Done, now: Ms) => Step<State>;
  tick: (state: State, beat: Beat, now: Ms) => Step<State>;
  finish: (state: State, now: Ms) => Step<State>;
  assess: (state: State, now: Ms) => Assessment;
};
