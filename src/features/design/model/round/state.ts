import type { Move } from "../../../../shared/rounds/move.ts";
import type { Reading } from "../../../../shared/rounds/reading.ts";
import { type Remarks, withRemark } from "../../../../shared/rounds/remarks.ts";
import type { Ms, Over } from "../../../../shared/rounds/round.ts";
import type { DesignFault } from "../design.ts";
import type { RunReport } from "../run/report.ts";
import type { RoundPhase } from "./phases.ts";
import type { DesignSetup, RoundPrompt } from "./setup.ts";

export type Utterance = { seq: number; text: string };

/** How a question that was asked aloud has gone. */
export type AskedPrompt = {
  id: string;
  /** When the interviewer goes on to the next one. */
  endsAt: Ms;
  closed: boolean;
  said: Utterance[];
  reading: Reading | null;
  followedUp: boolean;
  challenged: boolean;
  /** Turns that led nowhere. */
  lost: number;
};

export type KeptRun = { seq: number; design: string; report: RunReport };

/** A design round as far as it has come. */
export type DesignState = {
  setup: DesignSetup;
  phase: RoundPhase;
  /** Ids of what is still to be asked in this phase. */
  queue: string[];
  asked: AskedPrompt[];
  /** What was asked for and told, with the words that asked; `early`: before the first run. */
  facts: (Utterance & { id: string; early: boolean })[];
  /** The fact whose heading was offered last: "do you mean …?" */
  offered: string | null;
  offeredBefore: string[];
  /** Turns of the first phase in which nothing was asked that is known. */
  idleTurns: number;
  estimates: { seq: number; values: Record<string, string> } | null;
  drawn: { seq: number; text: string; faults: DesignFault[] } | null;
  runs: KeptRun[];
  /** What was said over the drawing. */
  aloud: Utterance[];
  /** Why the last thing could not be done; null where it could. */
  note: string | null;
  /** Turns with words in them, whatever they were. */
  turns: number;
  /** How often each way of speaking that has few words was used. */
  remarks: Remarks;
  insults: number;
  lastCore: string;
  asks: number;
  nudgedAt: number;
  cutInAt: number;
  called: number[];
  over: Over | null;
};

export type Decided = { state: DesignState; moves: Move[] };

/** From here on a point counts as made; below `MISSING` it is asked for. */
export const MET = 0.5;
export const MISSING = 0.35;

export function newState(setup: DesignSetup): DesignState {
  return {
    setup,
    phase: "clarify",
    queue: [],
    asked: [],
    facts: [],
    offered: null,
    offeredBefore: [],
    idleTurns: 0,
    estimates: null,
    drawn: null,
    runs: [],
    aloud: [],
    note: null,
    turns: 0,
    remarks: {},
    insults: 0,
    lastCore: "",
    asks: 0,
    nudgedAt: 0,
    cutInAt: 0,
    called: [],
    over: null,
  };
}

/** The question that waits for an answer, with how it has gone. */
export function openPrompt({ asked, setup }: DesignState): { prompt: RoundPrompt; so: AskedPrompt } | undefined {
  const so = asked.at(-1);
  const prompt = so && !so.closed ? promptOf(setup, so.id) : undefined;
  return so && prompt && { prompt, so };
}

export function promptOf({ written, probes }: DesignSetup, id: string): RoundPrompt | undefined {
  return [...written, ...probes].find((each) => each.id === id);
}

/** Changes how the question that was asked last has gone. */
export function withPrompt(state: DesignState, change: (so: AskedPrompt) => Partial<AskedPrompt>): DesignState {
  const last = state.asked.length - 1;
  return { ...state, asked: state.asked.map((so, at) => (at === last ? { ...so, ...change(so) } : so)) };
}

export const quiet = (state: DesignState): Decided => ({ state, moves: [] });

/** Remembers what was asked, so that it can be said again and nudged about. */
export function asking(state: DesignState, moves: Move[]): Decided {
  return { state: { ...state, lastCore: moves.at(-1)?.core ?? "", asks: state.asks + 1 }, moves };
}

/** Says something that has no words of the round, as long as there are new ones for it. */
export function saying(state: DesignState, said: Move): Decided {
  const remarks = withRemark(state.remarks, said);
  return remarks ? { state: { ...state, remarks }, moves: [said] } : quiet(state);
}
