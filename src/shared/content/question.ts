import { z } from "zod";
import { ITEM_FIELDS } from "./item-fields.ts";
import { CriterionNumber, QuestionNumbers } from "./question-numbers.ts";
import { QuestionPlot } from "./question-plot.ts";

const Band = z.tuple([z.number().min(0).max(1), z.number().min(0).max(1)]).refine(([low, high]) => low < high, {
  message: "a band runs from a lower to a higher score",
});

export const SampleAnswer = z.strictObject({
  band: Band.describe("lowest and highest score that the embedded grader may give"),
  meets: z.array(z.string()).exactOptional().describe("criteria that it meets; without it: strong all, wrong none"),
  text: z.string().min(80).describe("spoken language"),
});

export const RubricCriterion = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  points: z.int().min(1).max(5),
  met_when: z.string().min(15).describe("one sentence that a stranger could apply"),
  not_enough: z.string().min(5).describe("where the line is"),
  number: CriterionNumber.exactOptional(),
  say: z.array(z.string().min(15)).min(2).max(6).describe("ways in which a good candidate would put it"),
});

export const Misconception = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  says: z.string().min(15),
  why_wrong: z.string().min(15),
});

export const QuestionKind = z.enum(["explain", "compare", "diagnose", "derive", "compute", "scenario", "choose"]);

/** `questions/<area>/<slug>.yaml`. An id is permanent, a slug (the file's name) may change. */
export const Question = z
  .strictObject({
    ...ITEM_FIELDS,
    kind: QuestionKind,
    numbers: QuestionNumbers.exactOptional(),
    plot: QuestionPlot.exactOptional(),
    prompt: z.string().min(30),
    rubric: z.array(RubricCriterion).min(3).max(7),
    misconceptions: z.array(Misconception).max(6).default([]),
    probes: z.array(z.strictObject({ when_missing: z.string(), ask: z.string().min(10) })).default([]),
    clarify: z
      .array(z.strictObject({ asked: z.array(z.string()).min(1), answer: z.string().min(5) }))
      .default([])
      .describe("what the interviewer answers if asked"),
    answers: z.strictObject({ strong: SampleAnswer, partial: SampleAnswer, wrong: SampleAnswer }),
    reference: z.string().min(80).describe("the model answer, at most 200 words"),
    sources: z.array(z.string().min(5)).default([]),
  })
  .superRefine((question, context) => {
    const refuse = (path: (string | number)[], message: string) => context.addIssue({ code: "custom", path, message });
    const ids = new Set(question.rubric.map(({ id }) => id));
    if (ids.size < question.rubric.length) refuse(["rubric"], "two criteria have the same id");
    question.probes.forEach(({ when_missing }, at) => {
      if (!ids.has(when_missing)) refuse(["probes", at, "when_missing"], `there is no criterion "${when_missing}"`);
    });
    for (const [name, { meets = [] }] of Object.entries(question.answers))
      for (const id of meets) if (!ids.has(id)) refuse(["answers", name, "meets"], `there is no criterion "${id}"`);
    const words = question.reference.trim().split(/\s+/).length;
    if (words > 200) refuse(["reference"], `has ${words} words; at most 200`);
  });

export type Question = z.infer<typeof Question>;
