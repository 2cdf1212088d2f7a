import { z } from "zod";
import { PAY_ASKED } from "./model/pay-asked.ts";
import { STAGES } from "./model/stages.ts";
import { JOB_ROLES, LEVELS } from "./model/title.ts";

/** Shapes at the boundary of jobs: postings, boards, pay and applications. */

const Time = z.iso.datetime();
const Day = z.iso.date("A day looks like 2026-11-27.");
const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `At most ${most.toLocaleString("en-US")} characters.`)
    .refine((text) => !text.includes("\0") && text.isWellFormed(), "The text has a character that is none.");
const Address = z
  .url({ protocol: /^https?$/, error: "An address begins with https://." })
  .max(2_000, "The address is too long.");

const JobRole = z.enum(JOB_ROLES);
const Level = z.enum(LEVELS);
export const Workplace = z.enum(["remote", "hybrid", "on-site"]);
export type Workplace = z.infer<typeof Workplace>;
const Interval = z.enum(["year", "month", "week", "day", "hour"]);
export type Interval = z.infer<typeof Interval>;

export const Pay = z.strictObject({
  min: z.number().positive().nullable(),
  max: z.number().positive().nullable(),
  currency: z.string().min(1).max(4).describe("ISO 4217, or the sign alone where it does not say which: $, ¥, kr"),
  interval: Interval.nullable().describe("null where it is not said"),
  from: z.enum(["board", "text"]).describe("a field of the board, or words of the posting"),
  quote: z.string().nullable().describe("the words that it was read from, or what the board calls this range"),
});
export type Pay = z.infer<typeof Pay>;

/** A posting as a board has it. */
export const Published = z.strictObject({
  externalId: z.string(),
  company: z.string(),
  title: z.string(),
  url: z.string().nullable(),
  places: z.array(z.string()),
  workplace: Workplace.nullable(),
  team: z.string().nullable(),
  text: z.string(),
  pays: z.array(Pay),
  postedAt: Time.nullable(),
});
export type Published = z.infer<typeof Published>;

const SOURCE_KINDS = ["greenhouse", "lever", "lever-eu", "ashby", "page"] as const;
export const SourceKind = z.enum(SOURCE_KINDS);
export type SourceKind = z.infer<typeof SourceKind>;

export const Outcome = z.object({
  sourceId: z.string(),
  status: z.enum(["fetched", "unchanged", "too-soon", "failed"]),
  said: z.string(),
  open: z.int().describe("postings on the board"),
  added: z.int(),
  closed: z.int(),
  leftOut: z.int().describe("postings that could not be read"),
});
export type Outcome = z.infer<typeof Outcome>;

const Source = z.object({
  id: z.string(),
  kind: SourceKind,
  board: z.string().describe("its name at Greenhouse, Lever or Ashby; the address of a page"),
  addedAt: Time,
  fetchedAt: Time.nullable(),
  open: z.int(),
  outcome: Outcome.nullable().describe("what came of the last refresh"),
});

export const Sources = z.object({
  sources: z.array(Source),
  sample: z
    .enum(["shown", "put-away", "removed"])
    .describe("invented postings: put away as soon as a board has been fetched"),
});
export type Sources = z.infer<typeof Sources>;
export const AddedSource = z.object({ id: z.string(), sources: Sources });
export const Refreshed = z.object({ outcomes: z.array(Outcome), sources: Sources });
export type Refreshed = z.infer<typeof Refreshed>;
export const SourceBody = z.strictObject({ address: words(2_000).min(1, "Name a board or an address.") });

// ---- postings

const SkillMatch = z.object({
  skill: z.string(),
  title: z.string(),
  weight: z.number(),
  phrases: z.array(z.string()).describe("the words of the posting that ask for it"),
  expected: z.number().nullable().describe("what you would score, 0 to 1; null where too little is known"),
});
export type SkillMatch = z.infer<typeof SkillMatch>;

export const Match = z.object({
  score: z
    .number()
    .nullable()
    .describe("what you would score over all that it asks for, 0 to 1; null where too little is known"),
  known: z.number().describe("the share of the posting's weight whose skills are known one by one"),
  have: z.array(SkillMatch),
  missing: z.array(SkillMatch),
  unknown: z.array(SkillMatch),
});
export type Match = z.infer<typeof Match>;

export const PostingSummary = Published.omit({ text: true, externalId: true }).extend({
  id: z.string(),
  sourceId: z.string(),
  sample: z.boolean(),
  role: JobRole.nullable(),
  level: Level.nullable(),
  firstSeenAt: Time,
  closedAt: Time.nullable(),
  match: Match.pick({ score: true, known: true }).nullable(),
  applicationId: z.string().nullable(),
});
export type PostingSummary = z.infer<typeof PostingSummary>;

export const PostingDetail = PostingSummary.omit({ match: true }).extend({
  text: z.string(),
  match: Match.nullable(),
});
export type PostingDetail = z.infer<typeof PostingDetail>;

/** What of the postings is asked for. All of it narrows. */
export const PostingQuery = z.object({
  text: z.string().max(200).optional(),
  role: z.enum(["any-ai", ...JOB_ROLES]).optional(),
  level: Level.optional(),
  place: z.string().max(100).optional(),
  workplace: Workplace.optional(),
  pay: z.string().regex(PAY_ASKED, 'Pay is an amount a year with its currency: "150000 USD".').optional(),
  since: Day.optional(),
  source: z.string().max(80).optional(),
  closed: z.enum(["shown"]).optional(),
  from: z.coerce.number().int().min(0).max(1_000_000).optional(),
});
export type PostingQuery = z.infer<typeof PostingQuery>;

export const PostingList = z.object({
  postings: z.array(PostingSummary).describe("at most 50, from `from` on"),
  found: z.int(),
  of: z.int().describe("open postings and, where asked for, closed ones"),
  sample: z.boolean().describe("whether they are the invented ones"),
  currencies: z.array(z.string()),
});
export type PostingList = z.infer<typeof PostingList>;

// ---- pay

const PayRange = z.object({
  role: JobRole.nullable(),
  level: Level.nullable(),
  place: z.string().nullable().describe("as published; null where places are not told apart"),
  currency: z.string(),
  interval: Interval.nullable(),
  n: z.int().describe("postings"),
  low: z.number(),
  high: z.number(),
  median: z.number().nullable().describe("of the midpoints of whole ranges; null below three"),
  midpoints: z.int().describe("ranges with both ends, from which the median is"),
  from: Time,
  to: Time,
  postings: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      company: z.string(),
      min: z.number().nullable(),
      max: z.number().nullable(),
    }),
  ),
});
export type PayRange = z.infer<typeof PayRange>;

export const PayQuery = z.object({
  role: JobRole.optional(),
  level: Level.optional(),
  place: z.string().max(100).optional(),
  by: z.enum(["place"]).optional(),
});
export type PayQuery = z.infer<typeof PayQuery>;

export const PayTable = z.object({
  ranges: z.array(PayRange),
  postings: z.int().describe("open or closed, that the filter leaves"),
  withPay: z.int(),
  sample: z.boolean(),
});
export type PayTable = z.infer<typeof PayTable>;

// ---- applications

const Stage = z.enum(STAGES);
export type Stage = z.infer<typeof Stage>;
export const ClosedWhy = z.enum([
  "rejected",
  "no-answer",
  "withdrawn",
  "declined-offer",
  "accepted-offer",
  "posting-gone",
]);
export type ClosedWhy = z.infer<typeof ClosedWhy>;

const Contact = z.strictObject({
  name: words(120).min(1, "A contact has a name."),
  role: words(120),
  reach: words(200).describe("an address, a number, a page"),
});
const Move = z.strictObject({
  stage: Stage,
  on: z.iso.date(),
  why: ClosedWhy.nullable(),
  recordedAt: Time,
});
export type Move = z.infer<typeof Move>;

/** What a candidate writes of an application. */
export const ApplicationBody = z.strictObject({
  company: words(200).min(1, "Name the company."),
  title: words(300).min(1, "Name the job."),
  url: Address.nullable(),
  notes: words(20_000),
  contacts: z.array(Contact).max(30),
  nextStep: words(500),
  remindOn: Day.nullable(),
});
export type ApplicationBody = z.infer<typeof ApplicationBody>;

export const Application = ApplicationBody.extend({
  id: z.string(),
  postingId: z.string().nullable(),
  stage: Stage,
  moves: z.array(Move),
  createdAt: Time,
  updatedAt: Time,
});
export type Application = z.infer<typeof Application>;

/** Begins an application from a posting, or from what was typed. */
export const NewApplication = z.union([
  z.strictObject({ postingId: z.string().max(80) }),
  ApplicationBody.pick({ company: true, title: true, url: true }),
]);
export type NewApplication = z.infer<typeof NewApplication>;

export const MoveBody = z
  .strictObject({ stage: Stage, on: Day.optional(), why: ClosedWhy.optional() })
  .refine(({ stage, why }) => stage !== "closed" || why !== undefined, "Say why it is closed.");
export type MoveBody = z.infer<typeof MoveBody>;

export const ApplicationBoard = z.object({
  today: z.iso.date(),
  applications: z.array(
    Application.extend({
      due: z.boolean().describe("its reminder is for today or earlier"),
      posting: z.enum(["open", "closed", "gone", "typed"]).describe("what became of the posting"),
    }),
  ),
});
export type ApplicationBoard = z.infer<typeof ApplicationBoard>;
export const SavedApplication = z.object({ id: z.string(), board: ApplicationBoard });
