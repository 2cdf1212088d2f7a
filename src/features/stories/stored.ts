import { z } from "zod";
import { CompetencyId } from "../../shared/content/competency.ts";
import { StoryFeedback, StoryLength } from "./schema.ts";

export const StoredStory = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** Competencies that it showed when last told in full. */
  competencies: z.array(z.strictObject({ id: CompetencyId, level: z.int() })),
  draft: z.string(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type StoredStory = z.infer<typeof StoredStory>;

export const StoredTelling = z.strictObject({
  id: z.string(),
  storyId: z.string(),
  length: StoryLength,
  /** Id of the question that it answered. */
  prompt: z.string().nullable(),
  text: z.string(),
  secondsUsed: z.number(),
  toldAt: z.iso.datetime(),
  feedback: StoryFeedback,
  graderVersion: z.string(),
});
export type StoredTelling = z.infer<typeof StoredTelling>;

export const StoredProbeAnswer = z.strictObject({
  id: z.string(),
  storyId: z.string(),
  probe: z.string(),
  text: z.string(),
  answeredAt: z.iso.datetime(),
});
export type StoredProbeAnswer = z.infer<typeof StoredProbeAnswer>;

/** A story with all that was told and asked of it. */
export const WholeStory = z.strictObject({
  story: StoredStory,
  tellings: z.array(StoredTelling),
  answers: z.array(StoredProbeAnswer),
});
export type WholeStory = z.infer<typeof WholeStory>;
