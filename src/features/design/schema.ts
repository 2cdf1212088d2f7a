import { z } from "zod";
import { DIMENSIONS } from "../../shared/content/design/case.ts";
import { World } from "../../shared/content/design/world.ts";
import type { RunReport } from "./model/run/report.ts";

/** Shapes at the boundary of the design room: what the HTTP API speaks. */

const Named = z.object({ id: z.string(), title: z.string() });
const Time = z.string().describe("ISO 8601, UTC");
const Share = z.number().min(0).max(1);
const MOST_TEXT = 20_000;

/** Text that every store keeps unchanged: PostgreSQL takes no NUL, UTF-8 no half of a surrogate pair. */
const Text = z
  .string()
  .max(MOST_TEXT, "A text has at most 20,000 characters.")
  .refine((text) => !text.includes("\0"), "The text has a NUL character.")
  .refine((text) => text.isWellFormed(), "The text has half of a surrogate pair, which is no character.");

export const Dimension = z.enum(DIMENSIONS);
export type Dimension = z.infer<typeof Dimension>;

/** What a candidate goes through, in this order; going back is allowed, but estimates close with the first run. */
const PHASES = ["clarify", "scope", "estimate", "design", "defend", "scorecard"] as const;
export const Phase = z.enum(PHASES);
export type Phase = z.infer<typeof Phase>;

// ---- what a client sends

export const AskBody = z.strictObject({ text: Text.min(2, "Ask something.") });
export const DraftBody = z.strictObject({
  phase: Phase,
  design: Text.exactOptional(),
  written: z.record(z.string().max(80), Text).exactOptional().describe("by the id of the question"),
  estimates: z.record(z.string().max(80), z.string().max(200)).exactOptional().describe("as typed"),
  /** Seconds spent in each phase, in all. */
  seconds: z.partialRecord(Phase, z.number().min(0).max(86_400)).exactOptional(),
});
export type DraftBody = z.infer<typeof DraftBody>;
export const EstimatesBody = z.strictObject({ estimates: z.record(z.string().max(80), z.string().max(200)) });
export const WorkOutBody = z.strictObject({
  given: z.record(z.string().max(80), z.number()).describe("by name; what is left out stays as the case gives it"),
});
const Figure = z.number();
const RunNode = z.looseObject({ id: z.string(), type: z.string(), utilisation: Figure, dollarsPerMonth: Figure });
const RunIncident = z.looseObject({
  fault: z.string(),
  title: z.string(),
  detectedAfter: Figure.nullable(),
  detectedBy: z.string().nullable(),
  recoveredAfter: Figure.nullable(),
  blast: Figure,
  metastable: z.boolean(),
  said: z.string(),
});
const RunScenario = z.looseObject({
  id: z.string(),
  title: z.string(),
  throughput: Figure,
  availability: Figure,
  degraded: Figure,
  latency: z.looseObject({ mean: Figure, p50: Figure, p95: Figure, p99: Figure }),
  quality: Figure,
  llmShare: Figure,
  nodes: z.array(RunNode),
  incidents: z.array(RunIncident),
});
const RunObjective = z.looseObject({
  id: z.string(),
  title: z.string(),
  scenario: z.string(),
  metric: z.string(),
  fault: z.string().nullable(),
  target: z.union([z.strictObject({ atMost: Figure }), z.strictObject({ atLeast: Figure })]),
  value: Figure.nullable(),
  met: z.boolean(),
  unit: z.string(),
});
const ReportShape = z.looseObject({
  seed: Figure,
  scenarios: z.array(RunScenario),
  objectives: z.array(RunObjective).min(1),
  cost: z.looseObject({ dollarsPerMonth: Figure }),
  events: Figure,
});
/** What the scorecard reads of a run is checked; the rest is for charts. It is kept as it came, byte for byte. */
export const Report = z.custom<RunReport>().superRefine((value, context) => {
  for (const { path, message } of ReportShape.safeParse(value).error?.issues ?? [])
    context.addIssue({ code: "custom", path, message });
});
/** A run as the browser's worker or the CLI made it. */
export const RunBody = z.strictObject({ design: Text, report: Report });
export type RunBody = z.infer<typeof RunBody>;
export const ProbeBody = z.strictObject({ text: Text });

// ---- what the API answers

export const CaseSummary = z.object({
  slug: z.string(),
  title: z.string(),
  kind: z.string(),
  skills: z.array(Named),
  difficulty: z.int().min(1).max(5),
  minutes: z.int(),
  roles: z.array(z.string()),
  brief: z.string(),
  attempts: z.int().describe("finished ones"),
  bestScore: Share.nullable(),
  lastScore: Share.nullable().describe("of the attempt that was finished last"),
  open: z.string().nullable().describe("id of the attempt that is not finished"),
});
export type CaseSummary = z.infer<typeof CaseSummary>;
export const CaseList = z.object({ cases: z.array(CaseSummary), roles: z.array(Named) });
export type CaseList = z.infer<typeof CaseList>;

/** A question with what it was matched to; `fact` null: the interviewer did not understand. */
export const Asked = z.object({
  text: z.string(),
  at: Time,
  fact: z.object({ id: z.string(), about: z.string(), answer: z.string() }).nullable(),
  meant: z
    .string()
    .nullable()
    .describe("where nothing was understood: the heading that it may have been about; asked for by it, it is answered"),
});
export type Asked = z.infer<typeof Asked>;

const Span = z.object({ start: z.int().min(0), end: z.int().min(0), text: z.string() });
/** A written answer or one to a probe, graded by the shared grader. */
export const GradedText = z.object({
  id: z.string(),
  dimension: Dimension,
  ask: z.string(),
  text: z.string(),
  score: Share,
  se: z.number(),
  abstained: z.boolean(),
  flags: z.array(z.string()),
  criteria: z.array(
    z.object({
      id: z.string(),
      points: z.int(),
      probability: Share,
      metWhen: z.string(),
      say: z.array(z.string()),
      span: Span.nullable(),
    }),
  ),
  misconceptions: z.array(z.object({ id: z.string(), says: z.string(), whyWrong: z.string(), span: Span })),
  reference: z.string(),
});
export type GradedText = z.infer<typeof GradedText>;

const Shown = z
  .union([z.number(), z.string()])
  .nullable()
  .describe("in the unit of the estimate; a component type for a bottleneck");
export const CheckedEstimate = z.object({
  id: z.string(),
  ask: z.string(),
  unit: z.string(),
  typed: z.string(),
  /** What was read out of it; null when nothing was. */
  value: z.union([z.number(), z.string()]).nullable(),
  right: z.union([z.number(), z.array(z.string())]),
  within: z.number(),
  state: z.enum(["right", "off", "unread", "empty"]),
  why: z.string(),
  /** How a number is worked out, and of what; null for a component. Told, as all of this, once it is handed in. */
  formula: z.string().nullable(),
  given: z.record(z.string(), z.number()),
  /** What the runs showed for it, the first and the last; null before a run or where a run does not say. */
  shown: z.object({ first: Shown, last: Shown }).nullable(),
});
export type CheckedEstimate = z.infer<typeof CheckedEstimate>;

export const WorkedOut = z.object({ value: z.number().nullable().describe("null where the figures give no number") });
export type WorkedOut = z.infer<typeof WorkedOut>;

export const RunSummary = z.object({
  id: z.string(),
  at: Time,
  number: z.int().describe("counts from 1"),
  design: z.string(),
  report: Report,
});
export type RunSummary = z.infer<typeof RunSummary>;

export const Probe = z.object({
  id: z.string(),
  dimension: Dimension,
  ask: z.string(),
  because: z.string().describe("what the run showed, in one sentence"),
});
export type Probe = z.infer<typeof Probe>;

export const Evidence = z.object({
  kind: z.enum(["quote", "question", "estimate", "run", "design"]),
  /** In words; a quote is the candidate's own. */
  text: z.string(),
  good: z.boolean(),
});
export type Evidence = z.infer<typeof Evidence>;
export const ScoredDimension = z.object({
  id: Dimension,
  title: z.string(),
  weight: z.int(),
  /** null: nothing was there to score it by. */
  score: Share.nullable(),
  se: z.number().nullable(),
  evidence: z.array(Evidence),
  strong: z.string().describe("what a strong answer shows in this case"),
  next: z.string().nullable().describe("the one thing to mend"),
});
export type ScoredDimension = z.infer<typeof ScoredDimension>;
export const Scorecard = z.object({
  score: Share,
  se: z.number(),
  dimensions: z.array(ScoredDimension),
  /** The last run against the first one after feedback; null with one run. */
  improvement: z.object({ before: Share, after: Share, said: z.string() }).nullable(),
  mend: z.string().describe("the one thing worth most"),
  reference: z.object({ design: z.string(), explain: z.string() }),
  missedFacts: z
    .array(z.object({ about: z.string(), answer: z.string() }))
    .describe("essential ones that were not asked for"),
});
export type Scorecard = z.infer<typeof Scorecard>;

export const Attempt = z.object({
  id: z.string(),
  slug: z.string(),
  startedAt: Time,
  finishedAt: Time.nullable(),
  phase: Phase,
  design: z.string(),
  written: z.record(z.string(), z.string()),
  estimates: z.record(z.string(), z.string()),
  seconds: z.partialRecord(Phase, z.number()),
  asked: z.array(Asked),
  /** null until they are handed in. */
  checked: z.array(CheckedEstimate).nullable(),
  runs: z.array(RunSummary),
  /** Asked after the last run and not answered. */
  probes: z.array(Probe),
  answers: z.array(GradedText),
  scorecard: Scorecard.nullable(),
});
export type Attempt = z.infer<typeof Attempt>;

export const CaseDetail = CaseSummary.extend({
  world: World.describe("what the simulator in the browser runs a design in"),
  written: z.array(
    z.object({
      id: z.string(),
      dimension: Dimension,
      phase: z.enum(["scope", "formulate", "defend"]),
      ask: z.string(),
    }),
  ),
  estimates: z.array(z.object({ id: z.string(), ask: z.string(), unit: z.string(), hint: z.string().nullable() })),
  /** Seconds a phase. */
  budget: z.record(Phase, z.number()),
  history: z.array(z.object({ id: z.string(), finishedAt: Time, score: Share, runs: z.int() })),
});
export type CaseDetail = z.infer<typeof CaseDetail>;

export const Attempted = z.object({ attempt: Attempt });

export const DraftSaved = z.object({ savedAt: Time });
export type DraftSaved = z.infer<typeof DraftSaved>;
