import { z } from "zod";
import { Question } from "../question.ts";

/** The other files of `designs/<slug>/`; `world.yaml` has its own page. */

const Id = z.string().regex(/^[a-z0-9-]+$/);

/** `item.yaml` */
export const DesignItem = z.strictObject({
  id: z.guid().describe("permanent; make one with `uuidgen`"),
  title: z.string().min(3).max(80),
  kind: z.enum(["recommendation", "fraud", "moderation", "rag"]),
  skills: z.array(z.string()).min(1).max(5).describe("ids of skills.yaml, the most important first"),
  difficulty: z.int().min(1).max(5),
  minutes: z.int().min(20).max(120),
  roles: z.array(z.string()).min(1).describe("ids of roles.yaml"),
});
export type DesignItem = z.infer<typeof DesignItem>;

/** `facts.yaml`: what the interviewer answers, and only when asked. */
export const Facts = z.array(
  z.strictObject({
    id: Id,
    about: z.string().min(3).describe("a few words, shown once it was asked for"),
    asked: z.array(z.string().min(3)).min(3).max(16).describe("ways in which a candidate would ask"),
    answer: z.string().min(5).describe("in the interviewer's words, with its figures"),
    essential: z.boolean().default(false).describe("a strong candidate asks for it before drawing"),
  }),
);
export type Facts = z.infer<typeof Facts>;

/** `estimates.yaml`: quantities to be estimated before the first run. */
export const Estimates = z.array(
  z.strictObject({
    id: Id,
    ask: z.string().min(10).describe("as an interviewer would ask for it"),
    unit: z.string().max(30).describe("unit of the number; empty for a bottleneck, which is a component type"),
    given: z.record(z.string(), z.number()).default({}).describe("figures of the formula, each a fact or a source"),
    formula: z.string().exactOptional().describe("of `given`, in mathjs"),
    within: z.number().min(1).default(2).describe("a number is right between value / within and value * within"),
    answer: z.array(z.string()).exactOptional().describe("instead of a formula: component types that are right"),
    run: z.string().exactOptional().describe("what a run shows for it: a name of interview/measured.ts"),
    why: z.string().min(20).describe("the calculation in words, shown after the estimate"),
    hint: z.string().exactOptional().describe("which facts it needs"),
  }),
);
export type Estimates = z.infer<typeof Estimates>;

export const DIMENSIONS = [
  "scoping",
  "formulation",
  "estimation",
  "architecture",
  "data",
  "modelling",
  "serving",
  "failure",
  "rollout",
  "safety",
  "communication",
] as const;

const { shape } = Question;
/** A question that is graded like those of the bank; its three answers prove it. */
const Graded = z.strictObject({
  id: Id,
  ask: z.string().min(20),
  rubric: z.array(shape.rubric.element).min(2).max(6),
  misconceptions: shape.misconceptions,
  answers: shape.answers,
  reference: shape.reference,
});

/** `rubric.yaml` */
export const DesignRubric = z.strictObject({
  dimensions: z
    .record(
      z.enum(DIMENSIONS),
      z.strictObject({ weight: z.int().min(1).max(20), strong: z.string().min(20), weak: z.string().min(20) }),
    )
    .refine((dimensions) => Object.values(dimensions).reduce((sum, { weight }) => sum + weight, 0) === 100, {
      message: "the weights add up to 100",
    })
    .describe("all eleven: weight in points of a hundred, and what strong and weak look like in this case"),
  written: z
    .array(Graded.extend({ dimension: z.enum(DIMENSIONS), phase: z.enum(["scope", "formulate", "defend"]) }))
    .describe("questions that every candidate answers in writing"),
  probes: z
    .array(
      Graded.extend({
        dimension: z.enum(DIMENSIONS),
        when: z
          .string()
          .regex(/^(always|missed:[a-z0-9-]+|met:[a-z0-9-]+|saturated:[a-z]+|without:[a-z]+|with:[a-z]+)$/)
          .describe(
            "which run makes the interviewer ask this: an objective missed or met, a component type saturated, absent or present",
          ),
      }),
    )
    .min(6),
});
export type DesignRubric = z.infer<typeof DesignRubric>;
export type GradedPrompt = DesignRubric["written"][number] | DesignRubric["probes"][number];
