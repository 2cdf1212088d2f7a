import { z } from "zod";
import { QuestionKind } from "../../../shared/content/question.ts";
import { QuestionPlot } from "../../../shared/content/question-plot.ts";
import { RoundKind } from "../../../shared/rounds/round-kind.ts";
import { Over } from "../model/diagnostic.ts";

/** Shapes at the boundary of the diagnostic: what the HTTP API speaks. */

const Time = z.string().describe("ISO 8601, UTC");
const Share = z.number().min(0).max(1);
const Named = z.object({ id: z.string(), title: z.string() });

// ---- what a client sends

/** Text that every store keeps unchanged: PostgreSQL takes no NUL, UTF-8 no half of a surrogate pair. */
const Text = z
  .string()
  .max(100_000, "An answer has at most 100,000 characters.")
  .refine((text) => !text.includes("\0"), "The answer has a NUL character.")
  .refine((text) => text.isWellFormed(), "The answer has half of a surrogate pair, which is no character.");

export const BeginDiagnosticBody = z.strictObject({ role: z.string().max(80) });

/** What was typed goes with all three; only an answer is graded on it. The same sent twice is taken once. */
export const ReplyBody = z.strictObject({
  seq: z.int().min(1).describe("which question of the sitting"),
  kind: z.enum(["answered", "unknown", "skipped"]),
  text: Text,
  secondsUsed: z.number().min(0).max(3_600),
});
export type ReplyBody = z.infer<typeof ReplyBody>;

// ---- what the API answers

const AreaOfRole = Named.extend({
  weight: Share.describe("its share of what the role's interviews weigh"),
  left: z.int().describe("held-out questions about it that you have never seen"),
  measuredBy: z.string().nullable().describe("the round of the loop that draws on it, where no question does"),
});

const Earlier = z.object({ id: z.string(), role: Named, begunAt: Time, ended: z.boolean(), asked: z.int() });

export const DiagnosticHome = z.object({
  minutes: z.object({ least: z.number(), most: z.number() }),
  mostQuestions: z.int(),
  roles: z.array(Named.extend({ areas: z.array(AreaOfRole) })),
  open: Earlier.nullable(),
  earlier: z.array(Earlier),
});
export type DiagnosticHome = z.infer<typeof DiagnosticHome>;

const Standing = z.object({
  rows: z.int().describe("answers behind it, those of mocks among them"),
  expected: Share,
  interval: z.tuple([Share, Share]).describe("90 %"),
  enough: z.boolean().describe("else the answer is that there is not enough evidence"),
});

const AreaSeen = AreaOfRole.extend({
  standing: Standing,
  asked: z.int().describe("questions in this sitting"),
  points: Share.nullable().describe("share of the points in this sitting; null where nothing was answered"),
});

/** What an area's place rests on, in the candidate's own words. */
const Witness = z.object({
  area: Named,
  title: z.string(),
  score: Share,
  kind: z.enum(["answered", "unknown"]),
  words: z.string(),
  met: z.array(z.string()),
  missed: z.array(z.string()),
});

export const DiagnosticMap = z.object({
  asOf: Time,
  why: z.enum([...Over, "left"]),
  overall: Standing,
  areas: z.array(AreaSeen),
  rounds: z.array(z.object({ round: z.string(), kind: RoundKind, standing: Standing })),
  strengths: z.array(Witness),
  weakest: z.array(Witness),
});
export type DiagnosticMap = z.infer<typeof DiagnosticMap>;

const Asked = z.object({
  seq: z.int(),
  area: Named,
  title: z.string(),
  kind: QuestionKind,
  prompt: z.string(),
  plot: QuestionPlot.nullable(),
  minutes: z.number(),
});

/** A diagnostic as it stands. Nothing of a grade is in it before its end: it is a measurement. */
export const Diagnostic = z.object({
  id: z.string(),
  role: Named,
  begunAt: Time,
  minutesUsed: z.number(),
  areas: z.array(Named.extend({ asked: z.boolean() })),
  asked: z.int().describe("questions so far, the one that is open among them"),
  question: Asked.nullable(),
  map: DiagnosticMap.nullable().describe("once it is over"),
});
export type Diagnostic = z.infer<typeof Diagnostic>;
