import type { CodedRound, ThinkAloudCriterion } from "../../../../shared/content/think-aloud.ts";
import { type Move, move } from "../../../../shared/rounds/move.ts";
import type { Reading } from "../../../../shared/rounds/reading.ts";
import type { Remarks } from "../../../../shared/rounds/remarks.ts";
import type { Ms, Over, Step } from "../../../../shared/rounds/round.ts";
import type { Finding, SeenVerdict, TestDescription } from "../../schema.ts";
import { MOST_SUBMISSIONS } from "./log-limits.ts";

/** A problem as a round serves it, frozen when the round is opened. What is not for the candidate's eyes is not in `shownRound`. */
export type CodingSetup = {
  kind: CodedRound;
  item: { id: string; version: string; slug: string; title: string; skills: string[]; levels: number; tier: string };
  prompt: string;
  starter: string;
  /** What is said when level 2, 3, … unlocks. */
  levelTexts: string[];
  /** The visible ones. */
  tests: TestDescription[];
  /** Those of the ladder that do not give the solution away. */
  hints: string[];
  /** What an interviewer asks once it is solved, with the answer; null where the problem names nothing. */
  followUp: { ask: string; answer: string } | null;
  /** kind debug: what was planted. */
  faults: { id: string; says: string }[];
  /** Orders of growth that are right here, see `growth.ts`. */
  growths: string[];
  reference: string;
  criteria: ThinkAloudCriterion[];
  /** Words of the problem's own world: talk without any of them is about nothing in particular. */
  vocabulary: string[];
  minutes: number;
  nudgeAfterMs: number | null;
  interrupts: boolean;
  graderVersion: string;
};

/** A criterion, a fault or the follow-up as it was heard best: `fault:ID` and `follow-up` beside ids of the rubric. */
export type HeardPoint = { probability: number; seq: number; quote: string };

/** One judgement of code. */
export type Attempt = {
  seq: number;
  atMs: Ms;
  mode: "run" | "submit";
  passed: number;
  total: number;
  accepted: boolean;
  /** Of the whole problem, before help. */
  share: number;
  levelsPassed: number;
  /** Planted faults that are mended. */
  mended: string[];
  /** What the wrong solution believes, where the judge knows it. */
  belief: string | null;
  findings: Finding[];
  /** Checks of their own that the code carries: `assert`. */
  ownChecks: number;
};

export type CodingState = {
  setup: CodingSetup;
  code: string;
  codeAtMs: Ms | null;
  /** Characters of code that snapshots have brought into the log. */
  snapshotCharacters: number;
  attempts: Attempt[];
  last: SeenVerdict | null;
  /** Why the last action came to nothing. */
  notice: string | null;
  level: number;
  /** Which rungs were given, from 0. */
  hints: number[];
  heard: Record<string, HeardPoint>;
  growth: { named: string; seq: number; quote: string }[];
  utterances: number;
  words: number;
  /** Words lost to other subjects. */
  strayed: number;
  /** Questions of the interviewer that were asked, each once. */
  asked: string[];
  /** The one that waits for an answer. */
  waiting: { id: string; atMs: Ms } | null;
  /** How often each kind of remark was made: every one has so many ways to be said. */
  remarks: Remarks;
  lastCore: string;
  insults: number;
  called: number[];
  nudgedAtMs: Ms | null;
  /** When the candidate last got anywhere. */
  progressAtMs: Ms;
  /** The code that was handed in last. */
  handedIn: string | null;
  /** Place of the judgement of a last draft that was not handed in, made once the round was over. */
  draftSeq: number | null;
  over: Over | null;
};

export type Decided = { state: CodingState; moves: Move[] };

/** From here on something counts as said. */
export const MET = 0.5;

export function newState(setup: CodingSetup): CodingState {
  return {
    setup,
    code: setup.starter,
    codeAtMs: null,
    snapshotCharacters: 0,
    attempts: [],
    last: null,
    notice: null,
    level: 1,
    hints: [],
    heard: {},
    growth: [],
    utterances: 0,
    words: 0,
    strayed: 0,
    asked: [],
    waiting: null,
    remarks: {},
    lastCore: "",
    insults: 0,
    called: [],
    nudgedAtMs: null,
    progressAtMs: 0,
    handedIn: null,
    draftSeq: null,
    over: null,
  };
}

export function stepOf({ state, moves }: Decided): Step<CodingState> {
  return { state, moves, over: state.over };
}

export function isMet({ heard }: CodingState, id: string): boolean {
  return (heard[id]?.probability ?? 0) >= MET;
}

export function submissionsOf({ attempts }: CodingState): Attempt[] {
  return attempts.filter(({ mode }) => mode === "submit");
}

export function bestOf(state: CodingState): Attempt | undefined {
  return submissionsOf(state).toSorted((a, b) => b.share - a.share || b.passed - a.passed)[0];
}

/** The rung to be given next: the one after the last, and in a problem of levels none of an earlier level. */
export function nextHint({ setup, hints, level }: CodingState): number | undefined {
  const after = (hints.at(-1) ?? -1) + 1;
  const next = setup.kind === "progressive" ? Math.max(after, level - 1) : after;
  return next < setup.hints.length ? next : undefined;
}

export function isSolved(state: CodingState): boolean {
  return submissionsOf(state).some(({ accepted, levelsPassed }) => accepted && levelsPassed >= state.setup.item.levels);
}

/** Whether anything was written that the starter did not have. */
export function hasWritten({ code, setup }: CodingState): boolean {
  return code.replaceAll(/\s+/g, "") !== setup.starter.replaceAll(/\s+/g, "");
}

/** Whether the code as it stands was not handed in, and could have been: it is judged once the round is over. */
export function owesJudgement(state: CodingState): boolean {
  const { over, code, handedIn } = state;
  if (over === null || over === "conduct" || !hasWritten(state) || code === handedIn) return false;
  return !isSolved(state) && submissionsOf(state).length < MOST_SUBMISSIONS;
}

export function close(state: CodingState, why: Over): Decided {
  if (state.over !== null) return { state, moves: [] };
  return { state: { ...state, over: why, waiting: null }, moves: [move("close", { about: why })] };
}

export function silent(state: CodingState): Decided {
  return { state, moves: [] };
}

/** Adds what was heard to what was heard before: once said, it stays said. */
export function heardMore(
  heard: CodingState["heard"],
  points: Reading["points"],
  { seq, text }: { seq: number; text: string },
): CodingState["heard"] {
  const next = { ...heard };
  for (const { id, probability, span } of points) {
    if (probability <= (next[id]?.probability ?? 0)) continue;
    next[id] = { probability, seq, quote: (span?.text ?? text).trim() };
  }
  return next;
}
