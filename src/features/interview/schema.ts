import { z } from "zod";
import { Assessment, RoundDimension } from "../../shared/rounds/assessment.ts";
import { Act } from "../../shared/rounds/move.ts";
import { ROUND_TITLES, RoundKind } from "../../shared/rounds/round-kind.ts";
import { WorkLanguage, WorkVerdict } from "../../shared/rounds/work.ts";

/** Shapes at the boundary of the interview room: what the HTTP API and `interview --json` speak. */

export { ROUND_TITLES, RoundKind };

const Share = z.number().min(0).max(1);
const Time = z.string().describe("ISO 8601, UTC");
const MOST_TEXT = 20_000;
const Text = z
  .string()
  .max(MOST_TEXT, `At most ${MOST_TEXT.toLocaleString("en-US")} characters at once.`)
  .refine((text) => !text.includes("\0") && text.isWellFormed(), "The text has a character that is none.");

/** How the interviewer talks. What is asked and what counts is the same with each. */
export const Persona = z.enum(["warm", "terse", "sceptical"]);
export type Persona = z.infer<typeof Persona>;

export const InterviewSettings = z.strictObject({
  persona: Persona,
  nudgeAfterSeconds: z.int().min(20).max(900).nullable().describe("how long a silence lasts; null: no nudge"),
  interrupts: z.boolean().describe("whether the interviewer cuts in on long answers"),
});
export type InterviewSettings = z.infer<typeof InterviewSettings>;

export const PlannedRound = z.strictObject({
  kind: RoundKind,
  title: z.string().trim().min(1).max(80),
  minutes: z.int().min(5).max(240),
  breakMinutes: z.int().min(0).max(120).describe("before it"),
});
export type PlannedRound = z.infer<typeof PlannedRound>;

// ---- what a client sends

export const CreateBody = z.strictObject({
  title: z.string().trim().min(1).max(120),
  role: z.string().max(80),
  difficulty: z.int().min(1).max(5),
  rounds: z.array(PlannedRound).min(1).max(10),
  settings: InterviewSettings,
});
export type CreateBody = z.infer<typeof CreateBody>;

/** `event` is the client's own id: sent twice, it happens once. `after` is the last place in the log that it has seen. */
const Sent = { event: z.string().min(8).max(80), after: z.int().min(0), elapsedMs: z.number().min(0).max(86_400_000) };
export const BeginBody = z.strictObject({ event: Sent.event, after: Sent.after });
export type BeginBody = z.infer<typeof BeginBody>;
/** What stands in the page and was never sent, such as code: kept before the round ends, however short ago the last of it was kept. */
const Last = z.looseObject({ type: z.string().max(40) }).exactOptional();
export const SayBody = z.strictObject({
  ...Sent,
  text: Text,
  /** Where it was spoken: how it was delivered, for coaching alone. */
  spoken: z
    .strictObject({ seconds: z.number().min(0).max(7_200), pauses: z.array(z.number().min(0).max(600)).max(500) })
    .nullable(),
  last: Last.describe("kept where these words end the round"),
});
export type SayBody = z.infer<typeof SayBody>;
export const DoBody = z.strictObject({ ...Sent, action: z.looseObject({ type: z.string().max(40) }) });
export type DoBody = z.infer<typeof DoBody>;
export const FinishBody = z.strictObject({ ...Sent, last: Last });
export type FinishBody = z.infer<typeof FinishBody>;
/** The clock of a page that is open, once a second or so; what is typed goes with it when it has changed. */
export const BeatBody = z.strictObject({
  after: z.int().min(0),
  elapsedMs: Sent.elapsedMs,
  idleMs: z.number().min(0).max(86_400_000),
  draft: Text.exactOptional(),
  last: Last.describe("kept where this beat ends the round"),
});
export type BeatBody = z.infer<typeof BeatBody>;

// ---- what the API answers

const LoopRound = PlannedRound.extend({ available: z.boolean(), note: z.string() });
export const Loop = z.object({
  role: z.string(),
  title: z.string(),
  asOf: z.string(),
  note: z.string(),
  rounds: z.array(LoopRound),
});
export type Loop = z.infer<typeof Loop>;

export const SessionSummary = z.object({
  id: z.string(),
  title: z.string(),
  role: z.string(),
  createdAt: Time,
  finishedAt: Time.nullable(),
  rounds: z.array(z.object({ kind: RoundKind, title: z.string(), minutes: z.int(), held: z.boolean() })),
  score: Share.nullable(),
  recommendation: z.string().nullable(),
});
export type SessionSummary = z.infer<typeof SessionSummary>;

export const InterviewHome = z.object({
  loops: z.array(Loop),
  kinds: z.array(z.object({ kind: RoundKind, title: z.string(), available: z.boolean() })),
  sessions: z.array(SessionSummary),
});
export type InterviewHome = z.infer<typeof InterviewHome>;

/** One thing in the log that a person would read. */
export const Turn = z.object({
  seq: z.int(),
  round: z.int(),
  atMs: z.number(),
  who: z.enum(["interviewer", "candidate"]),
  act: Act.nullable().describe("what the interviewer did; null for the candidate"),
  text: z.string(),
  /** What was done rather than said: a run, a submission. */
  did: z.looseObject({ type: z.string() }).nullable(),
});
export type Turn = z.infer<typeof Turn>;

export const Level = z.enum(["strong-no", "no", "yes", "strong-yes"]);
export type Level = z.infer<typeof Level>;

const ScoredDimension = RoundDimension.extend({
  level: Level.nullable(),
  confidence: z.enum(["low", "medium", "high"]).nullable(),
  from: z.array(z.string()).default([]).describe("what of the round it is built from, where its name is the role's"),
});
export type ScoredDimension = z.infer<typeof ScoredDimension>;
const ScoredRound = z.object({
  round: z.int(),
  kind: RoundKind,
  title: z.string(),
  score: Share.nullable(),
  low: Share.nullable(),
  high: Share.nullable(),
  level: Level.nullable(),
  dimensions: z.array(ScoredDimension).describe("by the names of the role, where its loop has such a round"),
  others: z.array(ScoredDimension).default([]).describe("what else counts in the score of the round"),
  topics: Assessment.shape.topics,
  said: z.string().describe("what its interviewer would write"),
});
export type ScoredRound = z.infer<typeof ScoredRound>;

export const Scorecard = z.object({
  score: Share.nullable(),
  low: Share.nullable(),
  high: Share.nullable(),
  recommendation: z.enum(["strong-hire", "hire", "no-hire", "strong-no-hire", "not-enough-evidence"]),
  said: z.string().describe("one sentence"),
  passes: Share.nullable().describe("how likely the score is at or above the bar"),
  rounds: z.array(ScoredRound),
  debrief: z.array(z.string()).describe("what a panel would write, a paragraph each"),
  practise: z.array(
    z.object({ skill: z.string(), title: z.string(), why: z.string(), to: z.string().describe("where in the app") }),
  ),
  before: z
    .object({ id: z.string(), at: Time, score: Share, rounds: z.array(z.object({ kind: RoundKind, score: Share })) })
    .nullable()
    .describe("the last finished mock for the same role"),
});
export type Scorecard = z.infer<typeof Scorecard>;

/** How spoken answers were delivered. Coaching alone: nothing of it is in the score. */
export const Coaching = z.object({
  turns: z.int().describe("spoken ones"),
  words: z.int(),
  seconds: z.number(),
  measures: z.array(
    z.object({
      id: z.enum(["pace", "fillers", "tags", "mean-pause", "longest-pause", "we"]),
      title: z.string(),
      unit: z.string(),
      value: z.number().nullable().describe("null: too little was spoken to tell"),
      low: z.number().describe("tenth percentile of the rated interviews"),
      median: z.number(),
      high: z.number().describe("ninetieth percentile"),
      says: z.string().nullable().describe("what a coach would say; null: nothing"),
    }),
  ),
});
export type Coaching = z.infer<typeof Coaching>;

const RoundView = PlannedRound.extend({
  state: z.enum(["planned", "running", "over"]),
  difficulty: z.int().nullable(),
  over: z.string().nullable(),
  /** What the page shows beside the talk; its shape is the round's own. */
  shown: z.unknown(),
});
export type RoundView = z.infer<typeof RoundView>;

export const Session = z.object({
  id: z.string(),
  title: z.string(),
  role: z.string(),
  settings: InterviewSettings,
  createdAt: Time,
  finishedAt: Time.nullable(),
  /** Last place in the log. */
  seq: z.int(),
  current: z.int().nullable().describe("which round runs; null before the first, between two, and at the end"),
  elapsedMs: z.number().describe("clock of the round that runs"),
  draft: z.string().describe("typed and not yet said"),
  rounds: z.array(RoundView),
  turns: z.array(Turn),
  scorecard: Scorecard.nullable(),
  coaching: Coaching.nullable().describe("after the end, where something was spoken; never part of the score"),
});
export type Session = z.infer<typeof Session>;

export const BeatAnswer = z.object({ seq: z.int(), elapsedMs: z.number(), finished: z.boolean() });
export type BeatAnswer = z.infer<typeof BeatAnswer>;

/** What was made beside the talk, as it grew. It is asked for apart: hours of it are megabytes. */
export const Work = z.object({
  texts: z.array(z.string()).describe("each once, however often it stood"),
  rounds: z.array(
    z.object({
      round: z.int(),
      language: WorkLanguage,
      moments: z.array(
        z.object({
          seq: z.int(),
          atMs: z.number(),
          text: z.int().describe("place among the texts"),
          verdict: WorkVerdict.nullable().describe("null where something changed and nothing was tried"),
        }),
      ),
    }),
  ),
});
export type Work = z.infer<typeof Work>;

/** A recording as it was heard. */
export const Transcribed = z.object({
  text: z.string(),
  seconds: z.number().nullable().describe("from the first word to the last; null where nothing tells"),
  pauses: z.array(z.number()).describe("seconds, each at least 0.3"),
  engine: z.string(),
});
export type Transcribed = z.infer<typeof Transcribed>;

/** Recordings that were kept because somebody asked for it. */
export const KeptRecordings = z.object({
  recordings: z.array(
    z.object({
      event: z.string().describe("the client's id of it"),
      bytes: z.int(),
      type: z.string(),
    }),
  ),
});
export type KeptRecordings = z.infer<typeof KeptRecordings>;
