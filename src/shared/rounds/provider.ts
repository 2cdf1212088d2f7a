import type { Result } from "../../lib/result.ts";
import type { Part } from "../content/holdout.ts";
import type { Reading } from "./reading.ts";
import type { Round } from "./round.ts";
import type { RoundKind } from "./round-kind.ts";
import type { RoundWork } from "./work.ts";

/** What a round is opened with. */
export type Opening = {
  role: string;
  minutes: number;
  /** 1 to 5. */
  difficulty: number;
  /** Chance is drawn from it alone. */
  seed: number;
  /** Ids of items that a mock has served before: each is served once while there are others. */
  used: ReadonlySet<string>;
  /** How long a silence lasts before the interviewer says something; null: never. */
  nudgeAfterMs: number | null;
  /** Whether the interviewer cuts in on long answers. */
  interrupts: boolean;
};

/** An item of the bank that a round serves. */
type ServedItem = { id: string; part: Part };

/** The reason of a refusal is for people. */
export type Admitted = "keep" | "pass-over" | { refused: string };

/** A round ready to start: what is asked is frozen in `setup`, which is JSON. */
type Opened<Setup> = { setup: Setup; items: ServedItem[] };

/** A kind of round as a feature offers it: what to ask, how to hear, what to do; the machine decides. */
export type RoundProvider<Setup = unknown, State = unknown> = {
  kind: RoundKind;
  round: Round<Setup, State>;
  /** The reason of a failure is for people: why such a round cannot be held now. */
  open: (opening: Opening) => Promise<Result<Opened<Setup>, string>>;
  /** Reads words in the state that they were said in. */
  hear: (state: State, text: string) => Promise<Reading>;
  /** Does what the candidate asked for, such as running code; the reason of a failure is for people. */
  act: (state: State, action: unknown) => Promise<Result<unknown, string>>;
  /** What is to be done yet in a round that is over, such as judging what was never handed in; null: nothing. */
  owes?: (state: State) => unknown;
  /**
   * Whether an action is kept before it is done; all are where this is left out. One that is passed over leaves no trace,
   * so that a log stays small however often a page sends the same.
   */
  admits?: (state: State, action: unknown, atMs: number) => Admitted;
  /** What a transcript tells of an action; null: nothing. The action itself where this is left out. */
  tells?: (action: unknown) => { type: string } | null;
  /** What the page of the candidate shows of the round beside the talk. Nothing of an answer is in it. */
  shown: (state: State) => unknown;
  /** Left out where nothing but talk comes of a round. */
  work?: RoundWork<State>;
};

/** Hides the types of setup and state from whoever holds rounds of many kinds. */
export function asProvider<Setup, State>(provider: RoundProvider<Setup, State>): RoundProvider {
  return provider as unknown as RoundProvider;
}
