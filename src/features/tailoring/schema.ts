import { z } from "zod";
import { RoundKind } from "../../shared/rounds/round-kind.ts";
import { LEVELS } from "./model/shown-level.ts";
import { ROLE_IDS } from "./model/shown-role.ts";

/** Shapes at the boundary of tailoring: what the HTTP API and `jobs match --json` speak. */

export const MOST_POSTING_CHARACTERS = 100_000;
const Text = z
  .string()
  .max(MOST_POSTING_CHARACTERS, "A posting has at most 100,000 characters: paste the description alone.")
  .refine((text) => text.isWellFormed(), "The text has a character that is none.");

export const PostingBody = z
  .strictObject({
    text: Text.exactOptional().describe("plain, Markdown or HTML"),
    url: z.string().trim().min(1).max(2_000).exactOptional().describe("fetched once, now, by this machine"),
  })
  .refine(
    ({ text, url }) => (text === undefined) !== (url === undefined),
    "Send a text or an address, one of the two.",
  );
export type PostingBody = z.infer<typeof PostingBody>;

const Time = z.string().describe("ISO 8601, UTC");
const Share = z.number().min(0).max(1);
const RoleId = z.enum(ROLE_IDS);
const Level = z.enum(LEVELS);

/** A posting as it is kept. */
export const KeptPosting = z.strictObject({
  id: z.string(),
  title: z.string(),
  url: z.string().nullable(),
  text: z.string(),
  addedAt: Time,
  preparedAt: Time.nullable().describe("when the candidate last chose to prepare for it"),
});
export type KeptPosting = z.infer<typeof KeptPosting>;

const PostingSummary = KeptPosting.omit({ text: true }).extend({
  isPosting: z.boolean().describe("of AI or ML, and readable"),
  role: z.string().nullable(),
  level: Level.nullable(),
  top: z.array(z.string()).describe("titles of the skills it asks for most"),
  isTarget: z.boolean().describe("the one that was last chosen to prepare for"),
});
export type PostingSummary = z.infer<typeof PostingSummary>;
export const PostingList = z.object({ postings: z.array(PostingSummary).describe("newest first") });
export type PostingList = z.infer<typeof PostingList>;

/** Words of the posting: UTF-16 offsets in its text, end exclusive. */
const Quote = z.object({ start: z.int(), end: z.int(), text: z.string() });

const AskedSkill = z.object({
  id: z.string(),
  title: z.string(),
  weight: Share.describe("of all skills together"),
  strength: Share.describe("how strongly the words ask for it"),
  phrases: z.array(Quote),
});
export type AskedSkill = z.infer<typeof AskedSkill>;

const Gap = z.object({
  id: z.string(),
  title: z.string(),
  weight: Share,
  state: z.enum(["unknown", "below", "unsure"]),
  expected: Share.nullable().describe("the expected score on a middling item; null where nothing was tried yet"),
  interval: z.tuple([z.number(), z.number()]).nullable().describe("90 %"),
  from: z.enum(["holdout", "practice"]).nullable(),
});
export type Gap = z.infer<typeof Gap>;

const LikelyRound = z.object({
  round: z.string(),
  kind: RoundKind,
  minutes: z.int(),
  from: z.enum(["role", "level", "posting"]),
  because: z.string(),
});

const Named = z.object({ id: z.string(), title: z.string() });
const ExpectedQuestion = z.object({
  title: z.string(),
  kind: z.string(),
  to: z.string().describe("path in the app that asks it"),
  difficulty: z.int(),
  skills: z.array(Named),
});
export type ExpectedQuestion = z.infer<typeof ExpectedQuestion>;

const StoryNeed = z.object({
  competency: z.string(),
  phrases: z.array(z.string()).describe("empty where the posting does not name it and everybody asks it"),
  stories: z.array(z.object({ id: z.string(), title: z.string(), level: z.number() })),
});
export type StoryNeed = z.infer<typeof StoryNeed>;

const CvCheck = z.object({
  skill: Named,
  phrases: z.array(z.string()),
  state: z.enum(["said", "other-words", "missing"]),
  found: z.string().nullable(),
});
export type CvCheck = z.infer<typeof CvCheck>;

/** A posting as it was read, and what follows from it. */
export const Tailoring = z.object({
  about: z.object({ kind: z.enum(["ai-ml", "other", "language", "empty"]), said: z.string() }),
  title: z.string(),
  role: z.object({
    id: RoleId.nullable().describe("null where the posting does not say"),
    title: z.string().nullable(),
    weighedAs: RoleId.nullable().describe(
      "whose usual weights were blended in: its own, the nearest or the one asked for",
    ),
    shown: z.array(Quote),
  }),
  level: z.object({ id: Level.nullable(), shown: z.array(Quote) }),
  skills: z.array(AskedSkill).describe("what its words ask for, the heaviest first"),
  gaps: z.array(Gap),
  rounds: z.array(LikelyRound),
  questions: z.array(ExpectedQuestion).describe("of the practice part alone"),
  stories: z.array(StoryNeed),
  projects: z.array(z.object({ id: z.string(), title: z.string(), to: z.string(), shared: z.array(Named) })),
  cv: z.object({ name: z.string().nullable().describe("null where no CV is kept"), checks: z.array(CvCheck) }),
});
export type Tailoring = z.infer<typeof Tailoring>;

export const PostingDetail = z.object({ posting: KeptPosting, isTarget: z.boolean(), tailoring: Tailoring });
export type PostingDetail = z.infer<typeof PostingDetail>;
