import { z } from "zod";

/** Shapes at the boundary of the portfolio: what the HTTP API and `portfolio scan --json` speak. */

const DIMENSIONS = [
  "problem",
  "approach",
  "tools",
  "results",
  "learnings",
  "data",
  "licence",
  "tests",
  "ci",
  "environment",
  "seed",
  "tracking",
  "notebooks",
  "safety",
  "collaboration",
] as const;
export const DimensionId = z.enum(DIMENSIONS);
export type DimensionId = z.infer<typeof DimensionId>;

/** `quote` stands word for word in line `line` (from 1) of `file`, as the file has it (a notebook: its JSON, escapes and all). */
export const Evidence = z.object({ file: z.string(), line: z.int().min(1), quote: z.string() });
export type Evidence = z.infer<typeof Evidence>;

/** What the history shows; `commit` is its full hash. */
export const CommitEvidence = z.object({ commit: z.string(), quote: z.string() });
export type CommitEvidence = z.infer<typeof CommitEvidence>;

export const Dimension = z.object({
  id: DimensionId,
  title: z.string(),
  score: z
    .number()
    .min(0)
    .max(1)
    .nullable()
    .describe("null where the dimension does not apply, such as notebooks without one"),
  said: z.string().describe("one sentence: what was found, what is missing"),
  evidence: z.array(Evidence),
  commits: z.array(CommitEvidence),
});
export type Dimension = z.infer<typeof Dimension>;

export const Mend = z.object({
  dimension: DimensionId,
  /** How much of the whole score it would bring. */
  worth: z.number().min(0).max(1),
  said: z.string().describe("what to do, concretely, in this repository"),
  evidence: z.array(Evidence),
});
export type Mend = z.infer<typeof Mend>;

export const ProjectQuestion = z.object({
  id: z.string(),
  ask: z.string().describe("the question as an interviewer would say it, the place in it"),
  listensFor: z.string().describe("what a good answer would show"),
  pattern: z.string().describe("what in the code called for it"),
  file: z.string(),
  line: z.int().min(1),
  quote: z.string(),
  by: z.enum(["reading", "model"]),
});
export type ProjectQuestion = z.infer<typeof ProjectQuestion>;

/** A secret or personal data in the repository; the secret itself is never repeated. */
export const Leak = z.object({
  kind: z.string().describe("what it looks like: AWS access key, private key, e-mail addresses of people"),
  file: z.string(),
  line: z.int().min(1),
  masked: z.string().describe("its first characters, the rest as dots"),
  commit: z.string().nullable().describe("where only the history has it"),
  clean: z.string().describe("how to make it safe"),
});
export type Leak = z.infer<typeof Leak>;

export const ProjectKind = z.enum(["open-source", "personal", "kaggle", "work"]);
export type ProjectKind = z.infer<typeof ProjectKind>;

export const Scan = z.object({
  version: z.string().describe("of the scanner"),
  name: z.string(),
  kind: ProjectKind,
  kindBecause: z.string(),
  score: z.number().min(0).max(1).nullable(),
  dimensions: z.array(Dimension),
  mends: z.array(Mend).max(3),
  questions: z.array(ProjectQuestion).max(10),
  leaks: z.array(Leak),
  /** What was not read, and why, in words: a file too large, a limit on time. */
  limits: z.array(z.string()),
  counts: z.object({
    files: z.int(),
    filesRead: z.int(),
    python: z.int(),
    notebooks: z.int(),
    commits: z.int(),
    authors: z.int(),
  }),
  /** The project as its README tells it, to begin the candidate's own telling from. */
  told: z.object({
    problem: z.string(),
    approach: z.string(),
    tools: z.array(z.string()),
    results: z.string(),
    learnings: z.string(),
  }),
});
export type Scan = z.infer<typeof Scan>;

// ---- what GitHub tells of a user

export const GitHubUser = z.object({
  user: z.string(),
  repositories: z.array(
    z.object({
      name: z.string(),
      url: z.string(),
      description: z.string(),
      language: z.string().nullable(),
      stars: z.int(),
      pushedAt: z.string().nullable().describe("ISO 8601, UTC"),
    }),
  ),
  collaboration: z
    .object({
      pullRequests: z.int().describe("merged ones in repositories of others"),
      reviews: z.int().describe("of pull requests of others"),
      issues: z.int().describe("opened in repositories of others"),
    })
    .nullable()
    .describe("null where GitHub did not tell; `limits` says why"),
  limits: z.array(z.string()),
});
export type GitHubUser = z.infer<typeof GitHubUser>;

// ---- the portfolio that a candidate keeps

/** How long what is told of a project may be, in characters; `tools` counts them. */
export const MOST_TOLD = { name: 120, url: 2_000, words: 20_000, tool: 80, tools: 40 } as const;

const Time = z.string().describe("ISO 8601, UTC");
const Words = z
  .string()
  .max(MOST_TOLD.words, "At most 20,000 characters.")
  .refine((text) => !text.includes("\0") && text.isWellFormed(), "The text has a character that is none.");

/** Where a project is read from; `told` is work without code to show. */
export const Origin = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("folder"), path: z.string().trim().min(1).max(4_000) }),
  z.strictObject({ kind: z.literal("url"), url: z.string().trim().min(1).max(2_000) }),
  z.strictObject({ kind: z.literal("told") }),
]);
export type Origin = z.infer<typeof Origin>;

/** The project in the candidate's own words: what its page on the site says. */
export const Told = z.strictObject({
  url: z.string().trim().max(MOST_TOLD.url).nullable(),
  problem: Words,
  approach: Words,
  tools: z.array(z.string().trim().min(1).max(MOST_TOLD.tool)).max(MOST_TOLD.tools),
  results: Words,
  learnings: Words,
  /** Whether it stands on the site. */
  shown: z.boolean(),
});
export type Told = z.infer<typeof Told>;

const Name = z.string().trim().min(1, "A project has a name.").max(MOST_TOLD.name);

export const AddBody = z.strictObject({ origin: Origin, name: Name.exactOptional() });
export type AddBody = z.infer<typeof AddBody>;

export const ChangeBody = z.strictObject({ name: Name, kind: ProjectKind, told: Told });
export type ChangeBody = z.infer<typeof ChangeBody>;

export const OrderBody = z.strictObject({ ids: z.array(z.string()).max(500) });

export const ProjectSummary = z.object({
  id: z.string(),
  name: z.string(),
  kind: ProjectKind,
  origin: Origin,
  told: Told,
  addedAt: Time,
  scannedAt: Time.nullable(),
  score: z.number().min(0).max(1).nullable(),
  leaks: z.int(),
  firstMend: z.string().nullable(),
});
export type ProjectSummary = z.infer<typeof ProjectSummary>;

export const Portfolio = z.object({
  projects: z.array(ProjectSummary),
  resume: z.object({ name: z.string(), updatedAt: Time }).nullable(),
  /** What an interviewer would miss on the site. */
  holes: z.array(z.string()),
});
export type Portfolio = z.infer<typeof Portfolio>;

export const ProjectDetail = z.object({
  project: ProjectSummary,
  scan: Scan.nullable(),
  earlier: z.array(z.object({ at: Time, score: z.number().nullable() })).describe("earlier readings, oldest first"),
});
export type ProjectDetail = z.infer<typeof ProjectDetail>;

/** What a reading says while it goes on, and how it ends. */
export const ScanEvent = z.discriminatedUnion("event", [
  z.object({ event: z.literal("progress"), data: z.object({ said: z.string() }) }),
  z.object({ event: z.literal("done"), data: ProjectDetail }),
  z.object({ event: z.literal("refused"), data: z.object({ said: z.string() }) }),
]);
export type ScanEvent = z.infer<typeof ScanEvent>;

export const ResumeBody = z.strictObject({ text: z.string().max(500_000) });
export const ResumeShown = z.object({ text: z.string(), updatedAt: Time.nullable() });

export const SiteBody = z.strictObject({
  folder: z.string().trim().min(1).max(4_000),
  theme: z.enum(["paper", "slate"]),
});
export type SiteBody = z.infer<typeof SiteBody>;

export const SiteWritten = z.object({ folder: z.string(), files: z.int(), holes: z.array(z.string()) });
export type SiteWritten = z.infer<typeof SiteWritten>;
