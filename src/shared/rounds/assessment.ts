import { z } from "zod";

const Share = z.number().min(0).max(1);

/** What a level stands on: words of the candidate at a moment of the session, or what they did. */
export const RoundEvidence = z.object({
  /** Place in the session's log; null for what did not happen. */
  seq: z.int().nullable(),
  quote: z.string(),
  says: z.string().describe("what it shows, in one sentence"),
  good: z.boolean(),
});
export type RoundEvidence = z.infer<typeof RoundEvidence>;

export const RoundDimension = z.object({
  id: z.string(),
  title: z.string(),
  weight: z.number().min(0),
  score: Share.nullable().describe("null where there is too little to go by"),
  se: z.number().min(0).nullable(),
  evidence: z.array(RoundEvidence),
  stronger: z.string().describe("what a stronger answer would have had"),
});
export type RoundDimension = z.infer<typeof RoundDimension>;

/** One item of the bank as it went: what becomes a row of evidence. */
export const AssessedTopic = z.object({
  topic: z.string(),
  title: z.string(),
  itemId: z.string(),
  itemVersion: z.string(),
  skills: z.array(z.string()),
  score: Share,
  se: z.number().min(0),
  seconds: z.number().min(0),
  hints: z.int().min(0),
  missed: z.array(z.string()),
  reference: z.string(),
  graderVersion: z.string(),
});
export type AssessedTopic = z.infer<typeof AssessedTopic>;

export const Assessment = z.object({
  score: Share.nullable(),
  se: z.number().min(0).nullable(),
  dimensions: z.array(RoundDimension),
  measures: z
    .array(RoundDimension)
    .describe("finer parts of what was measured, for those who speak of it by other names"),
  topics: z.array(AssessedTopic),
});
export type Assessment = z.infer<typeof Assessment>;
