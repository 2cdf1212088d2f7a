import { z } from "zod";
import { Tool } from "../../shared/content/tool.ts";
import type { ListedTool } from "../../shared/content/tool-bank.ts";
import { TOOL_KIND_IDS } from "../../shared/content/tool-kinds.ts";

/** A tool as the directory shows it. */
export type FoundTool = ListedTool;

export type ToolFilter = {
  kind?: string;
  terms?: string;
  /** The language that it is used from, in any case. */
  language?: string;
  /** Only those with a question that interviews ask. */
  interviewsOnly?: boolean;
};

/** The whole directory, to be searched where it is shown. */
export const DirectoryOfTools = z.object({
  tools: z.array(z.object({ ...Tool.shape, kind: z.enum(TOOL_KIND_IDS) })),
  /** Titles of the skills that questions about tools are about, by id. */
  skills: z.record(z.string(), z.string()),
});
export type DirectoryOfTools = { tools: readonly FoundTool[]; skills: Record<string, string> };

/** Tools that interviews ask about where they ask about some skills. */
export const AskedTools = z.object({ tools: z.array(z.object({ id: z.string(), name: z.string(), use: z.string() })) });
export type AskedTools = z.infer<typeof AskedTools>;
/** Shapes at the boundary of the reading room: feeds, papers with notes, and what was told of them from memory. */

const Time = z.iso.datetime();
const clean = (text: string) => !text.includes("\0") && text.isWellFormed();
const text = (most: number, what: string) =>
  z
    .string()
    .max(most, `${what} has at most ${most.toLocaleString("en")} characters.`)
    .refine(clean, `${what} has a character that is none.`);

/** The parts of notes, in the order in which a talk on a paper takes them. */
export const PARTS = ["problem", "method", "result", "limit", "relation"] as const;
export const Part = z.enum(PARTS);
export type Part = z.infer<typeof Part>;

const MOST_NOTE = 8_000;
export const Notes = z.strictObject({
  problem: text(MOST_NOTE, "A part of the notes"),
  method: text(MOST_NOTE, "A part of the notes"),
  result: text(MOST_NOTE, "A part of the notes"),
  limit: text(MOST_NOTE, "A part of the notes"),
  relation: text(MOST_NOTE, "A part of the notes"),
  question: text(MOST_NOTE, "The question"),
});
export type Notes = z.infer<typeof Notes>;

const STATUSES = ["unread", "to-read", "reading", "read", "dropped"] as const;
export const Status = z.enum(STATUSES);
export type Status = z.infer<typeof Status>;

/** Who is told of a paper. */
const LISTENERS = ["colleague", "junior", "engineer", "researcher", "product-manager", "executive"] as const;
export const Listener = z.enum(LISTENERS);
export type Listener = z.infer<typeof Listener>;

export const Feed = z.strictObject({
  id: z.string(),
  address: z.string(),
  title: z.string(),
  addedAt: Time,
  fetchedAt: Time.nullable().describe("when it was last asked for"),
  readAt: Time.nullable().describe("when that last brought a feed"),
  nextAt: Time.nullable().describe("not fetched again before"),
  fault: z.string().nullable().describe("why the last fetch brought nothing"),
  note: z.string().nullable().describe("what was odd in what it brought"),
});
export type Feed = z.infer<typeof Feed>;

export const Entry = z.strictObject({
  id: z.string(),
  feedId: z.string(),
  title: z.string(),
  link: z.string().nullable(),
  authors: z.array(z.string()),
  text: z.string(),
  arxivId: z.string().nullable(),
  publishedAt: Time.nullable(),
  fetchedAt: Time,
  state: z.enum(["unread", "taken", "dropped"]),
});
export type Entry = z.infer<typeof Entry>;

export const Paper = z.strictObject({
  id: z.string(),
  title: z.string(),
  authors: z.array(z.string()),
  url: z.string().nullable(),
  arxivId: z.string().nullable(),
  abstract: z.string(),
  status: Status,
  skills: z.array(z.string()),
  notes: Notes,
  createdAt: Time,
  updatedAt: Time,
});
export type Paper = z.infer<typeof Paper>;

const Share = z.number().min(0).max(1);
/** One part of the notes, and whether it came across; the place is in what was told. */
const PartHeard = z.object({
  part: Part,
  probability: Share.describe("that a person would say that it came across"),
  span: z.object({ start: z.int(), end: z.int(), text: z.string() }).nullable(),
});
export const Heard = z.object({
  /** null where the notes are too thin to be graded against. */
  score: Share.nullable(),
  se: z.number().min(0),
  abstained: z.boolean(),
  flags: z.array(z.string()),
  engine: z.string(),
  parts: z.array(PartHeard),
  thin: z.array(Part).describe("parts of the notes that say too little"),
  note: z.string().nullable(),
});
export type Heard = z.infer<typeof Heard>;

/** One time at which a paper was told from memory: its parts one by one, or as a whole to somebody. */
export const Review = z.strictObject({
  id: z.string(),
  paperId: z.string(),
  kind: z.enum(["parts", "teach-back"]),
  listener: Listener.nullable(),
  told: z.partialRecord(z.enum([...PARTS, "whole"]), z.string()),
  secondsUsed: z.number().min(0),
  at: Time,
  feedback: Heard,
  rating: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).nullable(),
  dueAt: Time.nullable(),
  graderVersion: z.string(),
});
export type Review = z.infer<typeof Review>;

const Title = text(500, "A title").trim().min(1, "A paper needs a title.");
const Authors = z.array(text(200, "A name").trim().min(1)).max(100, "At most 100 authors.");

export const PaperBody = z.strictObject({
  title: Title,
  authors: Authors,
  url: z.string().trim().max(2_000).nullable(),
  arxivId: z.string().trim().max(100).nullable(),
});
export type PaperBody = z.infer<typeof PaperBody>;
export const StatusBody = z.strictObject({ status: Status });
export const SkillsBody = z.strictObject({ skills: z.array(z.string().max(100)).max(12, "At most 12 skills.") });
export const NotesBody = z.strictObject({ notes: Notes });
export const Saved = z.object({ savedAt: Time });
export const FeedBody = z.strictObject({ address: z.string().max(2_100) });
export const OpmlBody = z.strictObject({ text: z.string().max(900_000, "The file is too large for a list of feeds.") });

const MOST_TOLD = 20_000;
export const TeachBackBody = z.strictObject({
  listener: Listener,
  text: text(MOST_TOLD, "What you tell").refine((told) => told.trim() !== "", "Tell something first."),
  secondsUsed: z.number().min(0).max(86_400),
});
export type TeachBackBody = z.infer<typeof TeachBackBody>;
export const PartsBody = z.strictObject({
  told: z
    .partialRecord(Part, text(MOST_TOLD, "A part"))
    .refine((told) => Object.values(told).some((each) => each?.trim()), "Tell at least one part first."),
  secondsUsed: z.number().min(0).max(86_400),
});
export type PartsBody = z.infer<typeof PartsBody>;

const Skill = z.object({ id: z.string(), title: z.string() });
export const PaperSummary = Paper.omit({ abstract: true, notes: true }).extend({
  complete: z.boolean().describe("all five parts of its notes say something"),
  dueAt: Time.nullable().describe("when it comes back; null where nothing is scheduled"),
  last: z.object({ at: Time, score: Share.nullable() }).nullable(),
});
export type PaperSummary = z.infer<typeof PaperSummary>;

export const PaperDetail = z.object({
  paper: Paper,
  due: z.object({ at: Time, recall: Share }).nullable().describe("when it comes back, and the chance of recall now"),
  reviews: z.array(Review).describe("newest first"),
  suggested: z.array(Skill).describe("skills whose names its words have"),
  skills: z.array(Skill).describe("all that a paper may be tagged with"),
});
export type PaperDetail = z.infer<typeof PaperDetail>;

const Lately = z.object({
  skill: Skill,
  entries: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      link: z.string().nullable(),
      at: Time,
      feed: z.string(),
      words: z.string(),
    }),
  ),
});
export const ReadingList = z.object({
  papers: z.array(PaperSummary),
  due: z.array(z.string()).describe("ids of papers to recall now, the longest due first"),
});
export type ReadingList = z.infer<typeof ReadingList>;
export const ReadingOverview = ReadingList.extend({
  lately: z.object({
    /** Since when; what is older is not told. */
    since: Time,
    skills: z.array(Lately),
    /** null where no feed was ever read. */
    readAt: Time.nullable(),
    prepared: z.int().describe("skills with evidence, or tagged on a paper"),
  }),
  feeds: z.int(),
});
export type ReadingOverview = z.infer<typeof ReadingOverview>;

const Suggestion = z.object({ title: z.string(), address: z.string(), what: z.string(), as_of: z.string() });
export const FeedList = z.object({
  feeds: z.array(Feed.extend({ entries: z.int(), unread: z.int() })),
  suggestions: z.array(Suggestion).describe("feeds that are not subscribed"),
});
export type FeedList = z.infer<typeof FeedList>;
export const Refreshed = z.object({
  feed: Feed,
  added: z.int(),
  outcome: z.enum(["read", "unchanged", "waits", "failed"]),
  said: z.string(),
});
export type Refreshed = z.infer<typeof Refreshed>;
export const OpmlTaken = z.object({ added: z.int(), known: z.int(), refused: z.array(z.string()) });
export type OpmlTaken = z.infer<typeof OpmlTaken>;
export const EntryList = z.object({
  entries: z.array(Entry.extend({ feed: z.string() })),
  more: z.boolean().describe("there are more than are told"),
});
export type EntryList = z.infer<typeof EntryList>;
export const Removed = z.object({ removed: z.boolean() });
