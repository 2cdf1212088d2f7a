import { z } from "zod";
import { Anchors, CompetencyId } from "./competency.ts";

/** What a story lacks when a probe is asked; `always` is asked of every story. */
export const ProbeWhen = z.enum([
  "always",
  "long-situation",
  "no-task",
  "no-decision",
  "no-figure",
  "no-result",
  "no-learning",
  "doubtful",
  "blame",
]);
export type ProbeWhen = z.infer<typeof ProbeWhen>;

/** `behavioral/<slug>.yaml`. */
export const BehavioralPrompt = z.strictObject({
  id: z.guid().describe("permanent; make one with `uuidgen`"),
  title: z.string().min(3).max(60),
  competency: CompetencyId.describe("what the question is about"),
  also: z.array(CompetencyId).max(3).default([]).describe("what a good answer often shows too"),
  difficulty: z.int().min(1).max(5),
  roles: z.array(z.string()).min(1).describe("ids of roles.yaml"),
  prompt: z.string().min(20).describe("the question as an interviewer says it"),
  anchors: Anchors.describe("what an answer to this question shows at each step, from no hire to strong hire"),
  probes: z
    .array(z.strictObject({ when: ProbeWhen, ask: z.string().min(10) }))
    .min(4)
    .max(8),
});
export type BehavioralPrompt = z.infer<typeof BehavioralPrompt>;
