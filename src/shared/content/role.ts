import { z } from "zod";
import { RoundKind } from "../rounds/round-kind.ts";

/** A role one interviews for, `roles.yaml`: what its interviews weigh, and the rounds of its loop. */
const Role = z.strictObject({
  id: z.enum(["mle", "applied-scientist", "research-scientist", "data-scientist", "ai-engineer"]),
  title: z.string().min(2),
  weights: z.record(z.string(), z.number().min(0)).describe("area or skill id to weight; a skill's own weight wins"),
  as_of: z.string().regex(/^\d{4}-\d{2}$/, "a month, as in 2026-11"),
  note: z.string().describe("where the loop comes from, shown beside it"),
  loop: z
    .array(
      z.strictObject({
        round: z.string().min(2).describe("what such a round is called"),
        kind: RoundKind.describe("what it is"),
        minutes: z.int().min(5).max(480),
        dimensions: z.array(z.string()).min(1),
      }),
    )
    .min(1),
});
export type Role = z.infer<typeof Role>;

export const Roles = z.array(Role).min(1);
