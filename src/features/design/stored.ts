import { z } from "zod";
import { Asked, GradedText, Phase, Report, Scorecard } from "./schema.ts";

/** An attempt as the design room keeps it, and as an exported folder holds it. */

/** What was typed, as it stands. */
export const Draft = z.strictObject({
  phase: Phase,
  design: z.string(),
  written: z.record(z.string(), z.string()),
  estimates: z.record(z.string(), z.string()),
  seconds: z.partialRecord(Phase, z.number()),
});
export type Draft = z.infer<typeof Draft>;

const StoredAttempt = z.strictObject({
  id: z.string(),
  itemId: z.string(),
  itemVersion: z.string(),
  startedAt: z.string(),
  draft: Draft,
  finishedAt: z.string().nullable(),
  scorecard: Scorecard.nullable(),
});
export type StoredAttempt = z.infer<typeof StoredAttempt>;

const about = { id: z.string(), attemptId: z.string(), at: z.string() };
/** Something asked, handed in or answered: never changed afterwards. */
export const StoredEvent = z.discriminatedUnion("kind", [
  z.strictObject({ ...about, kind: z.literal("asked"), body: z.array(Asked) }),
  z.strictObject({ ...about, kind: z.literal("estimates"), body: z.record(z.string(), z.string()) }),
  z.strictObject({ ...about, kind: z.literal("probe"), body: GradedText }),
  z.strictObject({ ...about, kind: z.literal("written"), body: GradedText }),
]);
export type StoredEvent = z.infer<typeof StoredEvent>;

export const StoredRun = z.strictObject({ ...about, design: z.string(), report: Report });
export type StoredRun = z.infer<typeof StoredRun>;

/** One attempt with all that belongs to it. */
export const WholeAttempt = z.strictObject({
  attempt: StoredAttempt,
  events: z.array(StoredEvent),
  runs: z.array(StoredRun),
});
export type WholeAttempt = z.infer<typeof WholeAttempt>;
