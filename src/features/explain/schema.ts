import { z } from "zod";
import { Audience } from "../../shared/content/explain-drill.ts";

/** Shapes at the boundary of the explain room: what the HTTP API and `explain check --json` speak. */

const Named = z.object({ id: z.string(), title: z.string() });
const Time = z.string().describe("ISO 8601, UTC");
const Share = z.number().min(0).max(1);
/** A place in the explanation: UTF-16 offsets, end exclusive. */
const Span = z.object({ start: z.int().min(0), end: z.int().min(0), text: z.string() });

// ---- how an explanation was read, as it is kept

export const SumLine = z.object({
  part: z.enum(["across", "terms", "reading", "length", "analogy", "cap"]),
  amount: z.number().describe("share of 1 that it adds or takes away"),
});
export type SumLine = z.infer<typeof SumLine>;

const Criterion = z.object({
  id: z.string(),
  points: z.int(),
  probability: Share.describe("that a person would say that it came across"),
  span: Span.nullable().describe("the words that come nearest to it"),
});

/** A distortion and the words that state it. */
const Placed = z.object({ id: z.string(), span: Span });

const UnexplainedTerm = z.object({ term: z.string(), instead: z.string(), uses: z.array(Span) });

/** What is found in the words themselves. */
const Form = z.object({
  terms: z.object({
    unexplained: z.array(UnexplainedTerm),
    explained: z.array(z.object({ term: z.string(), span: Span })),
  }),
  reading: z.object({
    grade: z.number().nullable().describe("Flesch–Kincaid grade; null where it cannot be told"),
    se: z.number().min(0),
    highest: z.number().describe("what is comfortable for this listener"),
    words: z.int(),
    wordsASentence: z.number(),
    syllablesAWord: z.number(),
    longest: Span.nullable(),
  }),
  length: z.object({
    words: z.int(),
    fewest: z.int(),
    most: z.int(),
    standing: z.enum(["short", "right", "long"]),
  }),
  analogy: z.object({
    wanted: z.enum(["needed", "welcome", "unneeded"]),
    span: Span.nullable().describe("where a picture is drawn"),
    picture: z.string().nullable().describe("the known picture that it is"),
    limit: Span.nullable().describe("words that say where the picture stops being right"),
    misleading: z.boolean(),
  }),
});

export const Reading = Form.extend({
  engine: z.enum(["embedded", "lexical", "llm"]),
  score: Share,
  se: z.number().min(0),
  abstained: z.boolean(),
  flags: z.array(z.string()),
  note: z.string().exactOptional().describe("why a language model was not heard, say"),
  across: Share.describe("share of the points that came across"),
  sum: z.array(SumLine).describe("the score as a sum"),
  criteria: z.array(Criterion),
  distortions: z.array(Placed),
  suspected: z.array(Placed).describe("distortions that it may state; they cost nothing"),
});
export type Reading = z.infer<typeof Reading>;

/** The listener's question afterwards and what was answered; ungraded where it asks for nothing of the rubric. */
export const FollowUp = z.object({
  ask: z.string(),
  criterion: z.string().nullable(),
  text: z.string(),
  answeredAt: Time,
  came: Criterion.nullable().describe("how far the criterion came across now"),
  abstained: z.boolean(),
  terms: z.array(UnexplainedTerm),
  distortions: z.array(Placed),
});
export type FollowUp = z.infer<typeof FollowUp>;

// ---- what a client sends

/** Text that every store keeps unchanged: PostgreSQL takes no NUL, UTF-8 no half of a surrogate pair. */
const Text = z
  .string()
  .max(20_000, "An explanation has at most 20,000 characters.")
  .refine((text) => !text.includes("\0"), "The explanation has a NUL character.")
  .refine((text) => text.isWellFormed(), "The explanation has half of a surrogate pair, which is no character.");

export const ExplainBody = z.strictObject({
  audience: Audience,
  text: Text,
  secondsUsed: z.number().min(0).max(86_400),
});
export type ExplainBody = z.infer<typeof ExplainBody>;

export const FollowUpBody = z.strictObject({ text: Text });

// ---- what the API answers

const ListenerTried = z.object({
  audience: Audience,
  attempts: z.int(),
  last: Share.nullable(),
  best: Share.nullable(),
});

export const ConceptSummary = z.object({
  slug: z.string(),
  title: z.string(),
  area: Named,
  skills: z.array(Named),
  difficulty: z.int().min(1).max(5),
  roles: z.array(z.string()),
  audiences: z.array(ListenerTried),
});
export type ConceptSummary = z.infer<typeof ConceptSummary>;

const NextDrill = z.object({
  slug: z.string(),
  title: z.string(),
  audience: Audience,
  why: z.enum(["again", "other-listener", "new"]),
});

export const ConceptList = z.object({
  concepts: z.array(ConceptSummary),
  heldOut: z.int(),
  roles: z.array(Named),
  next: NextDrill.nullable(),
});
export type ConceptList = z.infer<typeof ConceptList>;

const PastAttempt = z.object({ id: z.string(), at: Time, score: Share, words: z.int() });

/** What is shown before an explanation: who listens, and never what must come across nor the terms. */
export const ConceptDetail = ConceptSummary.omit({ audiences: true }).extend({
  listeners: z.array(
    z.object({
      audience: Audience,
      situation: z.string(),
      words: z.tuple([z.int(), z.int()]),
      history: z.array(PastAttempt).describe("latest first"),
    }),
  ),
});
export type ConceptDetail = z.infer<typeof ConceptDetail>;

const Picture = z.object({ picture: z.string(), holds: z.string(), breaks: z.string(), misleads: z.boolean() });

const ToldDistortion = Placed.extend({ says: z.string(), whyWrong: z.string() });

/** An explanation with everything that is to be learned from it. */
export const ReadAttempt = z.object({
  id: z.string(),
  slug: z.string(),
  title: z.string(),
  audience: Audience,
  situation: z.string(),
  text: z.string(),
  at: Time,
  secondsUsed: z.number(),
  reading: Reading.omit({ criteria: true, distortions: true, suspected: true }),
  criteria: z.array(Criterion.extend({ metWhen: z.string(), say: z.array(z.string()) })),
  distortions: z.array(ToldDistortion),
  suspected: z.array(ToldDistortion).describe("read these words again: they come near to a distortion"),
  concept: z.string(),
  pictures: z.array(Picture),
  reference: z.string(),
  sources: z.array(z.string()),
  followUps: z.array(FollowUp),
  nextAsk: z.string().nullable().describe("what the listener asks next"),
});
export type ReadAttempt = z.infer<typeof ReadAttempt>;

/** The same explanation for whoever only wants it read: nothing of it is kept. */
export const CheckedExplanation = ReadAttempt.omit({ id: true, at: true, secondsUsed: true, followUps: true });
export type CheckedExplanation = z.infer<typeof CheckedExplanation>;

const Side = z.object({
  id: z.string(),
  audience: Audience,
  at: Time,
  score: Share,
  text: z.string(),
  words: z.int(),
  grade: z.number().nullable(),
  wordsASentence: z.number(),
  terms: z.array(z.object({ term: z.string(), standing: z.enum(["known", "explained", "unexplained"]) })),
  analogy: Span.nullable(),
  same: z.array(Span).describe("passages that stand in the other one too"),
});
export type Side = z.infer<typeof Side>;

const Idea = z.object({
  id: z.string(),
  of: Audience.describe("whose rubric it belongs to"),
  metWhen: z.string(),
  left: Share,
  right: Share,
});
export type Idea = z.infer<typeof Idea>;

export const SideBySide = z.object({
  slug: z.string(),
  title: z.string(),
  left: Side,
  right: Side,
  ideas: z.array(Idea),
  sameWording: Share.describe("share of the shorter one's runs of three words that stand in the other"),
  sameWords: Share.describe("cosine of the content words"),
  verdict: z.enum(["adapted", "little-adapted", "not-adapted"]),
});
export type SideBySide = z.infer<typeof SideBySide>;
