import { z } from "zod";

const ACTS = [
  "open",
  "ask",
  "probe",
  "challenge",
  "hint",
  "inform",
  "leave-open",
  "repeat",
  "wait",
  "listen",
  "decline",
  "redirect",
  "warn",
  "nudge",
  "call-time",
  "interrupt",
  "comment",
  "close",
] as const;
export const Act = z.enum(ACTS);
export type Act = z.infer<typeof Act>;

/** What the interviewer has decided to do. How it is said is another matter: see the voice of the interview. */
export const Move = z.object({
  act: Act,
  /** Id of the topic that it belongs to; empty outside of one. */
  topic: z.string(),
  /** Criterion, mistaken claim or fact that it is about; empty where there is none. */
  about: z.string(),
  /** The words that it cannot do without: the question, the answer to a question, the hint. Nobody changes them. */
  core: z.string(),
  /** Words of the candidate that it takes up. */
  quote: z.string().nullable(),
});
export type Move = z.infer<typeof Move>;

/** A move with what it needs and nothing else. */
export function move(
  act: Act,
  { topic = "", about = "", core = "", quote = null }: Partial<Omit<Move, "act">> = {},
): Move {
  return { act, topic, about, core, quote };
}
