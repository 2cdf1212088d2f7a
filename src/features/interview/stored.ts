import { z } from "zod";
import { Move } from "../../shared/rounds/move.ts";
import { Reading } from "../../shared/rounds/reading.ts";
import { InterviewSettings, PlannedRound, SayBody, Scorecard } from "./schema.ts";

export const StoredSession = z.strictObject({
  id: z.string(),
  title: z.string(),
  role: z.string(),
  difficulty: z.int(),
  seed: z.int(),
  settings: InterviewSettings,
  rounds: z.array(PlannedRound),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  elapsedMs: z.number(),
  draft: z.string(),
  scorecard: Scorecard.nullable(),
});
export type StoredSession = z.infer<typeof StoredSession>;

/** An item counts as held out the first time that a mock serves it, and as practised ever after. */
const ServedItem = z.strictObject({ id: z.string(), part: z.enum(["practice", "holdout"]) });

/** What happened. With `opened` the rest of a round follows from its events: nothing else is asked, so that a replay is exact. */
const EventBody = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("opened"), setup: z.unknown(), items: z.array(ServedItem), difficulty: z.int() }),
  z.strictObject({ kind: z.literal("said"), text: z.string(), spoken: SayBody.shape.spoken }),
  z.strictObject({ kind: z.literal("heard"), of: z.int(), reading: Reading }),
  z.strictObject({ kind: z.literal("did"), action: z.unknown() }),
  z.strictObject({ kind: z.literal("done"), of: z.int(), outcome: z.unknown() }),
  z.strictObject({ kind: z.literal("beat"), idleMs: z.number(), draftWords: z.int() }),
  z.strictObject({ kind: z.literal("left") }),
  z.strictObject({ kind: z.literal("spoke"), move: Move, text: z.string(), by: z.enum(["template", "model"]) }),
]);
export type EventBody = z.infer<typeof EventBody>;

export const StoredEvent = z.strictObject({
  sessionId: z.string(),
  /** From 1, without a gap. */
  seq: z.int().min(1),
  /** The client's id where a client sent it, else one of ours. */
  id: z.string(),
  round: z.int().min(0),
  /** By the clock of the round. */
  atMs: z.number(),
  recordedAt: z.iso.datetime(),
  body: EventBody,
});
export type StoredEvent = z.infer<typeof StoredEvent>;

/** A session as it is exported: its log is its own and has no gap. */
export const WholeSession = z
  .strictObject({ session: StoredSession.extend({ id: z.guid() }), events: z.array(StoredEvent) })
  .refine(
    ({ session, events }) => events.every(({ sessionId, seq }, at) => sessionId === session.id && seq === at + 1),
    "the log is of another mock, or has a gap",
  );
export type WholeSession = z.infer<typeof WholeSession>;
