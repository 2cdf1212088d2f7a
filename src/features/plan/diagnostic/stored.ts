import { z } from "zod";
import { Over } from "../model/diagnostic.ts";

/** What the grader found of an answer. */
export const DiagnosticGrade = z.strictObject({
  score: z.number().min(0).max(1),
  standardError: z.number().min(0),
  points: z.array(z.strictObject({ metWhen: z.string(), met: z.boolean(), said: z.string().nullable() })),
  graderVersion: z.string(),
});
export type DiagnosticGrade = z.infer<typeof DiagnosticGrade>;

/** An answer, an "I don't know", or a question passed over: that one has no grade, and is evidence of nothing. */
export const Reply = z.strictObject({
  kind: z.enum(["answered", "unknown", "skipped"]),
  text: z.string(),
  secondsUsed: z.number().min(0),
  at: z.iso.datetime(),
  grade: DiagnosticGrade.nullable(),
});
export type Reply = z.infer<typeof Reply>;

/** A question as it was asked; that spends it, whatever comes of it. */
export const AskedItem = z.strictObject({
  /** From 1, without a gap. */
  seq: z.int().min(1),
  itemId: z.string(),
  itemVersion: z.string(),
  /** Draws the numbers of a compute question. */
  seed: z.int(),
  area: z.string(),
  askedAt: z.iso.datetime(),
  reply: Reply.nullable(),
});
export type AskedItem = z.infer<typeof AskedItem>;

/** A diagnostic as it is kept, and as an exported folder holds it. */
export const StoredDiagnostic = z.strictObject({
  id: z.guid(),
  role: z.string(),
  begunAt: z.iso.datetime(),
  ended: z.strictObject({ at: z.iso.datetime(), why: z.enum([...Over, "left"]) }).nullable(),
  items: z.array(AskedItem),
});
export type StoredDiagnostic = z.infer<typeof StoredDiagnostic>;

/** The question that waits for an answer. */
export function openItem({ items, ended }: StoredDiagnostic): AskedItem | undefined {
  return ended ? undefined : items.find(({ reply }) => reply === null);
}

/** A time not before any reply: where the clock was set back within a sitting, each of its answers counts all the same. */
export function afterReplies(items: readonly AskedItem[], at: Date): Date {
  return new Date(Math.max(at.getTime(), ...items.flatMap(({ reply }) => (reply ? [Date.parse(reply.at)] : []))));
}

/** What was used, by the clock of the page: it stands still while nobody looks. */
export function minutesOf(items: readonly AskedItem[]): number {
  return items.reduce((sum, { reply }) => sum + (reply?.secondsUsed ?? 0), 0) / 60;
}
