import { z } from "zod";
import { Finding, Mode, Verdict, type VerdictName } from "./schema.ts";

/** What the coding room keeps, as its repository hands it out and as an exported folder holds it. */

export const Draft = z.strictObject({ itemId: z.string(), code: z.string(), savedAt: z.string() });
export type Draft = z.infer<typeof Draft>;

/** `result` is null from the acknowledgement until the judge has spoken. */
export const Submission = z.strictObject({
  id: z.string(),
  itemId: z.string(),
  itemVersion: z.string(),
  mode: Mode,
  code: z.string(),
  secondsUsed: z.number(),
  /** Progressive problems: judged up to this level. */
  levels: z.int(),
  help: z.strictObject({ hints: z.int(), revealed: z.boolean() }),
  submittedAt: z.string(),
  judgedAt: z.string().nullable(),
  result: Verdict.nullable(),
  reading: z.array(Finding).nullable(),
});
export type Submission = z.infer<typeof Submission>;

/** A submission without its code and its tests: enough for a list. */
export type SubmissionLine = Pick<Submission, "id" | "itemId" | "mode" | "secondsUsed" | "submittedAt"> & {
  verdict: z.infer<typeof VerdictName> | null;
  passed: number;
  total: number;
};

export const HintRecord = z.strictObject({ itemId: z.string(), index: z.int().min(1), takenAt: z.string() });
export type HintRecord = z.infer<typeof HintRecord>;

export const RevealRecord = z.strictObject({ itemId: z.string(), itemVersion: z.string(), revealedAt: z.string() });
export type RevealRecord = z.infer<typeof RevealRecord>;

export const CodingRecords = z.strictObject({
  drafts: z.array(Draft),
  submissions: z.array(Submission),
  hints: z.array(HintRecord),
  reveals: z.array(RevealRecord),
});
export type CodingRecords = z.infer<typeof CodingRecords>;
