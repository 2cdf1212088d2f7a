import type { Move } from "../move.ts";
import type { Reading } from "../reading.ts";
import type { Remarks } from "../remarks.ts";
import type { Ms, Over } from "../round.ts";

/** Something that the interviewer asks about until enough is known. Frozen when the round is opened. */
export type Topic = {
  id: string;
  title: string;
  item: { id: string; version: string; skills: string[] };
  /** Said before the question; null where the question stands by itself. */
  opening: string | null;
  ask: string;
  /** `shows`: what a panel learns by it, as in `measures` of the assessment; its id where it is left out. */
  points: { id: string; metWhen: string; points: number; shows?: string }[];
  probes: { about: string; ask: string }[];
  hint: string | null;
  reference: string;
  minutes: number;
  graderVersion: string;
  /** What the provider needs to hear words on this topic; JSON of its own. */
  source: unknown;
};

/** How a kind of round is led. */
export type TalkStyle = {
  /** Most follow-up questions on one topic. */
  probes: number;
  /** Whether somebody who is stuck is helped on once. */
  hints: boolean;
  /** Whether each topic goes a level deeper than the last: two that fail in a row end it. */
  deepens: boolean;
  /** What the panel sees: what was covered and whether it was right, or each point by itself, as of a story. */
  scoredBy: "answers" | "points";
};

export type TalkSetup = {
  kind: string;
  topics: Topic[];
  style: TalkStyle;
  minutes: number;
  nudgeAfterMs: number | null;
  interrupts: boolean;
};

/** How one topic has gone. */
export type TopicSoFar = {
  openedAt: Ms | null;
  closedAt: Ms | null;
  said: { seq: number; text: string }[];
  reading: Reading | null;
  /** Probes asked, with how likely the point was met before. */
  probed: { about: string; before: number }[];
  challenged: string[];
  informed: string[];
  hinted: boolean;
  /** Turns that led nowhere: strayed, stuck, nothing said. */
  lost: number;
  /** Those of them in which something was said, though not to the question. */
  strayed: number;
  cutIn: boolean;
};

export type TalkState = {
  setup: TalkSetup;
  /** Which topic is open. */
  at: number;
  topics: TopicSoFar[];
  insults: number;
  /** How often something without words of the round was said, by what it is. */
  remarks: Remarks;
  /** How often they were led back to the question from elsewhere. */
  ledBack: number;
  /** What was asked last: said again when the candidate wishes so. */
  lastCore: string;
  /** The question that was nudged about last, as its count. */
  asked: number;
  nudgedAt: number;
  called: number[];
  over: Over | null;
};

export type Decided = { state: TalkState; moves: Move[] };

/** From here on a point counts as made; below `MISSING` it is asked for. Between them the interviewer lets it be. */
export const MET = 0.5;
export const MISSING = 0.35;

export const NEW_TOPIC: TopicSoFar = {
  openedAt: null,
  closedAt: null,
  said: [],
  reading: null,
  probed: [],
  challenged: [],
  informed: [],
  hinted: false,
  lost: 0,
  strayed: 0,
  cutIn: false,
};

/** Changes how the open topic has gone. */
export function withTopic(state: TalkState, change: (so: TopicSoFar) => Partial<TopicSoFar>): TalkState {
  return { ...state, topics: state.topics.map((so, at) => (at === state.at ? { ...so, ...change(so) } : so)) };
}

/** The open topic with how it has gone; there is one as long as the round is not over. */
export function openTopic(state: TalkState): { topic: Topic; so: TopicSoFar } | undefined {
  const topic = state.setup.topics[state.at];
  const so = state.topics[state.at];
  return topic && so && { topic, so };
}
