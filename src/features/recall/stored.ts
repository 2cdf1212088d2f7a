import { z } from "zod";
import { Grade, Rating } from "./schema.ts";

/** An answer as the recall room keeps it, and as an exported folder holds it. */
export const StoredAnswer = z.strictObject({
  id: z.string(),
  itemId: z.string(),
  itemVersion: z.string(),
  /** Draws the numbers of a compute question. */
  seed: z.int(),
  session: z.string(),
  /** The criterion that a follow-up asked for; null for the question itself. */
  probe: z.string().nullable(),
  text: z.string(),
  secondsUsed: z.number(),
  answeredAt: z.string(),
  grade: Grade,
  /** What the scheduler was told, and when the question returns; null for follow-ups. */
  rating: Rating.nullable(),
  dueAt: z.string().nullable(),
  /** Criterion to whether it was met, in the learner's own judgement: a label. */
  overruled: z.record(z.string(), z.boolean()).nullable(),
  graderVersion: z.string(),
});
export type StoredAnswer = z.infer<typeof StoredAnswer>;
