import { z } from "zod";

/** What words of a candidate want of the interviewer. */
export const Intent = z.enum([
  "answers",
  "asks",
  "wants-repeat",
  "wants-hint",
  "wants-answer",
  "stuck",
  "thinks",
  "is-done",
  "says-nothing",
  "instructs",
  "insults",
  "strays",
]);
export type Intent = z.infer<typeof Intent>;

const Share = z.number().min(0).max(1);
/** A place in all that was said about a topic, joined by `SAID_APART`; UTF-16 offsets, end exclusive. */
const Span = z.object({ start: z.int().min(0), end: z.int().min(0), text: z.string() });
/** Between two utterances about one topic. */
export const SAID_APART = "\n\n";

/**
 * What was made of everything that a candidate has said about a topic so far. It is kept with the event, so that a replay
 * needs no grader and comes out the same.
 */
export const Reading = z.object({
  intent: Intent,
  engine: z.string(),
  score: Share,
  se: z.number().min(0),
  abstained: z.boolean(),
  flags: z.array(z.string()),
  points: z.array(
    z.object({
      id: z.string(),
      points: z.int().min(1),
      probability: Share.describe("that a person would say that it was met"),
      span: Span.nullable(),
    }),
  ),
  mistaken: z.array(z.object({ id: z.string(), whyWrong: z.string(), span: Span })),
  /** Questions that the words themselves invite, the one worth most first. */
  probes: z.array(z.object({ about: z.string(), ask: z.string() })),
  /** The fact that was asked for, where the question was understood. */
  fact: z.object({ id: z.string(), answer: z.string() }).nullable(),
});
export type Reading = z.infer<typeof Reading>;
