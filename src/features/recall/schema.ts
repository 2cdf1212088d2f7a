import { z } from "zod";
import { QuestionKind } from "../../shared/content/question.ts";
import { QuestionPlot } from "../../shared/content/question-plot.ts";

/** Shapes at the boundary of the recall room: what the HTTP API speaks. */

const Named = z.object({ id: z.string(), title: z.string() });
const Time = z.string().describe("ISO 8601, UTC");
const Share = z.number().min(0).max(1);
export const Rating = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);

export type Rating = z.infer<typeof Rating>;

// ---- a grade, as it is kept and as it is shown

/** A place in the answer: UTF-16 offsets, end exclusive. */
const Span = z.object({ start: z.int().min(0), end: z.int().min(0), text: z.string() });

const CriterionResult = z.object({
  id: z.string(),
  points: z.int(),
  probability: Share.describe("that a person would say that it is met"),
  span: Span.nullable().describe("the words that come nearest to it"),
});

export const Grade = z.object({
  engine: z.enum(["embedded", "lexical", "llm"]),
  score: Share,
  se: z.number().min(0),
  abstained: z.boolean(),
  flags: z.array(z.string()),
  criteria: z.array(CriterionResult),
  misconceptions: z.array(z.object({ id: z.string(), span: Span })),
  note: z.string().exactOptional().describe("why a language model was not heard, say"),
});
export type Grade = z.infer<typeof Grade>;

// ---- what a client sends

/** Text that every store keeps unchanged: PostgreSQL takes no NUL, UTF-8 no half of a surrogate pair. */
const Text = z
  .string()
  .max(100_000, "An answer has at most 100,000 characters.")
  .refine((text) => !text.includes("\0"), "The answer has a NUL character.")
  .refine((text) => text.isWellFormed(), "The answer has half of a surrogate pair, which is no character.");

export const AnswerBody = z.strictObject({
  text: Text,
  seed: z
    .int()
    .min(0)
    .max(2 ** 31),
  session: z.string().min(1).max(64),
  secondsUsed: z.number().min(0).max(86_400),
  probe: z.string().max(80).exactOptional().describe("the criterion that a follow-up asked for"),
});
export type AnswerBody = z.infer<typeof AnswerBody>;

export const OverruleBody = z.strictObject({
  met: z.record(z.string().max(80), z.boolean()).describe("criterion to whether you met it; the others stay as graded"),
});

// ---- what the API answers

export const QuestionSummary = z.object({
  slug: z.string(),
  title: z.string(),
  kind: QuestionKind,
  area: Named,
  skills: z.array(Named),
  difficulty: z.int().min(1).max(5),
  roles: z.array(z.string()),
  answers: z.int().describe("how often you answered it"),
  lastScore: Share.nullable(),
  due: Time.nullable().describe("when it returns; null while it was never answered"),
  retained: Share.nullable().describe("chance of recall now"),
  leech: z.boolean(),
});
export type QuestionSummary = z.infer<typeof QuestionSummary>;

const ForecastDay = z.object({ day: z.string(), due: z.int(), retained: Share });

export const QuestionList = z.object({
  questions: z.array(QuestionSummary),
  heldOut: z.int(),
  due: z.int(),
  roles: z.array(Named),
  forecast: z.array(ForecastDay),
});
export type QuestionList = z.infer<typeof QuestionList>;

export type Plot = QuestionPlot;

export const NextQuestion = z.object({
  next: z
    .object({ slug: z.string(), why: z.enum(["due", "new", "another-way-in"]), insteadOf: z.string().nullable() })
    .nullable(),
  due: z.int(),
  nextDue: Time.nullable(),
});
export type NextQuestion = z.infer<typeof NextQuestion>;

const PastAnswer = z.object({ id: z.string(), at: Time, score: Share, text: z.string(), secondsUsed: z.number() });

/** What is shown before the answer: never the rubric. */
export const QuestionDetail = QuestionSummary.extend({
  seed: z.int(),
  prompt: z.string(),
  plot: QuestionPlot.nullable(),
  asOf: z.string().nullable(),
  history: z.array(PastAnswer),
});
export type QuestionDetail = z.infer<typeof QuestionDetail>;

const GradedCriterion = CriterionResult.extend({
  metWhen: z.string(),
  /** Ways to put it, of the rubric's own: shown where it was missed. */
  say: z.array(z.string()),
  probe: z.string().nullable(),
  overruled: z.boolean().nullable().describe("your own word on it"),
});
export type GradedCriterion = z.infer<typeof GradedCriterion>;

export const GradedAnswer = z.object({
  id: z.string(),
  slug: z.string(),
  text: z.string(),
  secondsUsed: z.number(),
  grade: Grade.omit({ criteria: true, misconceptions: true }),
  criteria: z.array(GradedCriterion),
  misconceptions: z.array(z.object({ id: z.string(), span: Span, says: z.string(), whyWrong: z.string() })),
  reference: z.string(),
  sources: z.array(z.string()),
  rating: Rating.nullable(),
  due: Time.nullable(),
});
export type GradedAnswer = z.infer<typeof GradedAnswer>;

export const SessionSummary = z.object({
  answers: z.array(
    z.object({
      id: z.string(),
      slug: z.string(),
      title: z.string(),
      score: Share,
      abstained: z.boolean(),
      secondsUsed: z.number(),
      due: Time.nullable(),
      missed: z.array(z.string()),
    }),
  ),
  points: Share.describe("mean score"),
  secondsUsed: z.number(),
});
export type SessionSummary = z.infer<typeof SessionSummary>;

export const Found = z.object({ found: z.array(z.object({ slug: z.string(), excerpt: z.string() })) });
