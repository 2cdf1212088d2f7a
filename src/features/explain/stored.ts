import { z } from "zod";
import { Audience } from "../../shared/content/explain-drill.ts";
import { FollowUp, Reading } from "./schema.ts";

/** How an explanation was read, and the questions of the listener that were answered since. */
export const Feedback = z.strictObject({ reading: Reading, followUps: z.array(FollowUp) });
export type Feedback = z.infer<typeof Feedback>;

/** An explanation as the room keeps it, and as an exported folder holds it. */
export const StoredExplanation = z.strictObject({
  id: z.string(),
  itemId: z.string(),
  itemVersion: z.string(),
  audience: Audience,
  text: z.string(),
  secondsUsed: z.number(),
  explainedAt: z.string(),
  feedback: Feedback,
  graderVersion: z.string(),
});
export type StoredExplanation = z.infer<typeof StoredExplanation>;
