import { z } from "zod";
import { Misconception, RubricCriterion } from "./question.ts";

export const COMPETENCIES = [
  "ambiguity",
  "ownership",
  "impact",
  "conflict",
  "failure",
  "collaboration",
  "mentoring",
  "learning",
  "ethics",
  "prioritisation",
  "influence",
] as const;
export const CompetencyId = z.enum(COMPETENCIES);
export type CompetencyId = z.infer<typeof CompetencyId>;

/** What an answer shows at each step of a behaviourally anchored scale. */
export const Anchors = z.strictObject({
  1: z.string().min(20),
  2: z.string().min(20),
  3: z.string().min(20),
  4: z.string().min(20),
  5: z.string().min(20),
});
export type Anchors = z.infer<typeof Anchors>;

const SampleStory = z.strictObject({
  levels: z
    .tuple([z.int().min(1).max(5), z.int().min(1).max(5)])
    .describe("lowest and highest level that the embedded grader may give"),
  text: z.string().min(300).describe("a story as it is spoken"),
});

/** One entry of `competencies.yaml`. */
const Competency = z.strictObject({
  id: CompetencyId,
  title: z.string().min(3),
  skill: z.string().describe("id in skills.yaml"),
  listens_for: z.string().min(30).describe("what an interviewer listens for, in one or two sentences"),
  anchors: Anchors,
  rubric: z
    .array(RubricCriterion)
    .min(3)
    .max(6)
    .describe("behaviours a story can show; each is found by nearness to its lines"),
  counter_signs: z
    .array(Misconception)
    .max(4)
    .default([])
    .describe("what a weak story says: blame, no decision, a wish to look good"),
  samples: z.strictObject({ strong: SampleStory, middling: SampleStory, weak: SampleStory }),
});
export type Competency = z.infer<typeof Competency>;

export const Competencies = z.array(Competency).superRefine((all, context) => {
  for (const id of COMPETENCIES) {
    const count = all.filter((each) => each.id === id).length;
    if (count !== 1) context.addIssue({ code: "custom", message: `${id} stands ${count} times; once is right` });
  }
});
