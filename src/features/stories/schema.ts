import { z } from "zod";
import { ProbeWhen } from "../../shared/content/behavioral-prompt.ts";
import { CompetencyId } from "../../shared/content/competency.ts";

/** Shapes at the boundary of the story bank: what the HTTP API and `stories check --json` speak. */

const Share = z.number().min(0).max(1);
/** A place in the story: UTF-16 offsets, end exclusive. */
const Span = z.object({ start: z.int().min(0), end: z.int().min(0), text: z.string() });

/** The parts of STAR with what was learned; `aside` belongs to none. */
export const STORY_PARTS = ["situation", "task", "action", "result", "learning", "aside"] as const;
export const StoryPart = z.enum(STORY_PARTS);
export type StoryPart = z.infer<typeof StoryPart>;

const StorySentence = Span.extend({
  part: StoryPart,
  probability: Share.describe("that a person would name this part"),
});

export const StoryFinding = z.object({
  id: z.enum([
    "too-short",
    "too-long",
    "long-situation",
    "no-situation",
    "no-task",
    "thin-action",
    "no-decision",
    "no-result",
    "no-figure",
    "no-learning",
    "scattered",
    "blame",
    "doubtful",
  ]),
  part: StoryPart.nullable(),
  said: z.string().describe("what an interviewer would notice"),
  mend: z.string().describe("what to do about it"),
  spans: z.array(Span).describe("the sentences that show it"),
});
export type StoryFinding = z.infer<typeof StoryFinding>;

const CompetencyReading = z.object({
  id: CompetencyId,
  title: z.string(),
  level: z
    .int()
    .min(1)
    .max(5)
    .nullable()
    .describe("null where the story does not speak of it, or the grader is not sure"),
  se: z.number().min(0).describe("standard error of the level, in steps"),
  anchor: z.string().describe("what an answer at this level shows"),
  next: z.string().describe("what one at the next level shows"),
  behaviours: z.array(
    z.object({
      id: z.string(),
      metWhen: z.string(),
      probability: Share,
      span: Span.nullable(),
      say: z.array(z.string()),
    }),
  ),
});
export type CompetencyReading = z.infer<typeof CompetencyReading>;

export const StoryFeedback = z.object({
  engine: z.enum(["embedded", "lexical"]),
  words: z.int(),
  seconds: z.number().describe("as it was spoken, or as long as it takes at 150 words a minute"),
  sentences: z.array(StorySentence),
  parts: z.array(z.object({ part: StoryPart, words: z.int(), share: Share, seconds: z.number() })),
  findings: z.array(StoryFinding).describe("the one worth most first"),
  standing: z.enum(["strong", "sound", "thin", "rambling", "doubtful", "no-story"]),
  standingSaid: z.string(),
  competencies: z
    .array(CompetencyReading)
    .describe("the three it is nearest to, and those that were asked for; the nearest first"),
  probes: z.array(z.object({ when: ProbeWhen, ask: z.string(), because: Span.nullable() })),
  score: Share,
  se: z.number().min(0),
});
export type StoryFeedback = z.infer<typeof StoryFeedback>;

// ---- the bank of stories

const Time = z.string().describe("ISO 8601, UTC");
export const StoryLength = z.enum(["full", "two-minutes", "half-minute"]);
export type StoryLength = z.infer<typeof StoryLength>;

const MOST_CHARACTERS = 40_000;
const Text = z
  .string()
  .max(MOST_CHARACTERS, `A story has at most ${MOST_CHARACTERS.toLocaleString("en-US")} characters.`)
  .refine((text) => !text.includes("\0") && text.isWellFormed(), "The story has a character that is none.");
const Title = z.string().trim().min(1, "A story has a title.").max(120);

export const NewStoryBody = z.strictObject({ title: Title });
export const RenameBody = z.strictObject({ title: Title });
export const DraftBody = z.strictObject({ text: Text });
export const TellBody = z.strictObject({
  text: Text,
  length: StoryLength,
  prompt: z.string().max(120).nullable().describe("slug of the question it answers"),
  secondsUsed: z.number().min(0).max(86_400).describe("with the story open"),
  secondsSpoken: z.number().min(1).max(86_400).exactOptional().describe("where it was dictated as a whole"),
});
export type TellBody = z.infer<typeof TellBody>;
export const ProbeAnswerBody = z.strictObject({ probe: z.string().min(1).max(600), text: Text });
export type ProbeAnswerBody = z.infer<typeof ProbeAnswerBody>;

export const StorySummary = z.object({
  id: z.string(),
  title: z.string(),
  createdAt: Time,
  toldAt: Time.nullable(),
  tellings: z.int(),
  standing: StoryFeedback.shape.standing.nullable(),
  score: Share.nullable(),
  lengths: z.array(StoryLength).describe("which versions there are"),
  levels: z.record(z.string(), z.number()).describe("competency to level, as last told in full"),
});
export type StorySummary = z.infer<typeof StorySummary>;

const MatrixRow = z.object({
  competency: CompetencyId,
  title: z.string(),
  cells: z.array(z.object({ story: z.string(), level: z.int() })).describe("stories that show it, the strongest first"),
  state: z.enum(["covered", "weak", "gap"]),
});

export const PromptSummary = z.object({
  slug: z.string(),
  title: z.string(),
  competency: CompetencyId,
  also: z.array(CompetencyId),
  difficulty: z.int(),
  roles: z.array(z.string()),
  prompt: z.string(),
  answered: z.int(),
});
export type PromptSummary = z.infer<typeof PromptSummary>;

export const StoryBank = z.object({
  stories: z.array(StorySummary),
  matrix: z.array(MatrixRow),
  overused: z.array(z.object({ story: z.string(), said: z.string() })),
  prompts: z.array(PromptSummary),
  heldOut: z.int(),
  competencies: z.array(z.object({ id: CompetencyId, title: z.string(), listensFor: z.string() })),
  roles: z.array(z.object({ id: z.string(), title: z.string() })),
});
export type StoryBank = z.infer<typeof StoryBank>;

const Telling = z.object({
  id: z.string(),
  at: Time,
  length: StoryLength,
  prompt: z.string().nullable(),
  text: z.string(),
  secondsUsed: z.number(),
  feedback: StoryFeedback,
});
export type Telling = z.infer<typeof Telling>;

export const StoryDetail = z.object({
  id: z.string(),
  title: z.string(),
  draft: z.string(),
  savedAt: Time,
  tellings: z.array(Telling).describe("oldest first"),
  answers: z.array(z.object({ id: z.string(), at: Time, probe: z.string(), text: z.string() })),
  condensed: z
    .object({ "two-minutes": z.string(), "half-minute": z.string() })
    .nullable()
    .describe("sentences of the last full telling to begin from"),
});
export type StoryDetail = z.infer<typeof StoryDetail>;

export const PromptDetail = PromptSummary.extend({
  listensFor: z.string(),
  anchors: z.array(z.object({ level: z.int(), shows: z.string() })),
  fitting: z.array(z.object({ story: z.string(), title: z.string(), level: z.int(), why: z.string() })),
});
export type PromptDetail = z.infer<typeof PromptDetail>;

export const DraftSaved = z.object({ savedAt: Time });
