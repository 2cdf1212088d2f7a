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
  "retells",
]);
export type Intent = z.infer<typeof Intent>;

const Share = z.number().min(0).max(1);
/** A place in all that was said about a topic, joined by `SAID_APART`; UTF-16 offsets, end exclusive. */
const Span = z.object({ start: z.int().min(0), end: z.int().min(0), text: z.string() });
/** Between two utterances about one topic. */
export const SAID_APART = "\n\n";
const Fact = z.object({ id: z.string(), answer: z.string() });

/**
 * What was made of everything that a candidate has said about a topic so far. It is kept with the event, so that a replay
 * needs no grader and comes out the same.
 */
const READING = z.object({
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
  /** Facts that were asked for, where a question was understood; a turn may ask for several. */
  facts: z.array(Fact),
});
/** Earlier logs have one fact, several of them with their ids joined. */
const EARLIER = READING.omit({ facts: true })
  .extend({ fact: Fact.nullable() })
  .transform(({ fact, ...rest }) => {
    const ids = fact?.id.split("+") ?? [];
    return { ...rest, facts: ids.map((id) => ({ id, answer: fact?.answer ?? "" })) };
  });
export const Reading: z.ZodType<Reading> = z.union([READING, EARLIER]);
export type Reading = z.infer<typeof READING>;
