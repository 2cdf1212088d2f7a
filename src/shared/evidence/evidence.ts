import { z } from "zod";

/** One exercise as it ended. Rows are never changed: readiness can always be recomputed from them. */
export const Evidence = z.strictObject({
  /** The id of what ended (a submission, an answer): writing it twice leaves one row. */
  id: z.string().min(1),
  at: z.iso.datetime(),
  who: z.string(),
  feature: z.string(),
  itemId: z.string(),
  itemVersion: z.string(),
  skills: z.array(z.string()),
  mode: z.string(),
  part: z.enum(["practice", "holdout"]),
  score: z.number().min(0).max(1),
  standardError: z.number().min(0),
  secondsUsed: z.number().min(0),
  help: z.strictObject({ hints: z.int().min(0), revealed: z.boolean() }),
  graderVersion: z.string(),
});
export type Evidence = z.infer<typeof Evidence>;
