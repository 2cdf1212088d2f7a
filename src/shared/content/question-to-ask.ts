import { z } from "zod";
import { countWords } from "../../lib/text.ts";

/** Whom a candidate meets, and what they are called. */
export const INTERVIEWERS = {
  recruiter: "Recruiter",
  "hiring-manager": "Hiring manager",
  peer: "Peer engineer",
  scientist: "Scientist",
  "skip-level": "Skip-level or director",
  partner: "Cross-functional partner",
  report: "Future report",
} as const;

/** In which conversation. */
export const ASKING_ROUNDS = {
  screen: "Screen",
  coding: "Coding",
  design: "System design",
  depth: "Depth",
  behavioral: "Behavioral",
  "hiring-manager": "Hiring manager",
  offer: "Offer stage",
} as const;

/** What a question finds out. */
export const THEMES = {
  team: "Team",
  data: "Data",
  compute: "Compute",
  evaluation: "Evaluation culture",
  safety: "Safety and responsible AI",
  growth: "Growth",
  pace: "On-call and pace",
  pay: "Pay",
  values: "Values",
  research: "Research freedom and publication",
  product: "Product impact",
  stability: "Stability",
} as const;

export type Interviewer = keyof typeof INTERVIEWERS;
export type AskingRound = keyof typeof ASKING_ROUNDS;
export type Theme = keyof typeof THEMES;

export const INTERVIEWER_IDS = Object.keys(INTERVIEWERS) as Interviewer[];
export const ASKING_ROUND_IDS = Object.keys(ASKING_ROUNDS) as AskingRound[];
export const THEME_IDS = Object.keys(THEMES) as Theme[];

/** Longer ones cannot be said in one breath and heard at once. */
const MOST_SPOKEN_WORDS = 35;

const spoken = z
  .string()
  .endsWith("?")
  .refine((text) => countWords(text) <= MOST_SPOKEN_WORDS, `can be spoken: at most ${MOST_SPOKEN_WORDS} words`);
const said = z.string().min(8).max(240);

/** A question that a candidate asks, with what to listen for. */
const QuestionToAsk = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(48)
    .describe("permanent: short lists keep it"),
  text: spoken,
  theme: z.enum(THEME_IDS),
  interviewers: z.array(z.enum(INTERVIEWER_IDS)).min(1).max(5).describe("whom to ask, who knows best first"),
  rounds: z.array(z.enum(ASKING_ROUND_IDS)).min(1).max(6),
  why: said.describe("why it is asked"),
  good: said.describe("what a good answer sounds like"),
  warning: said.describe("what a bad sign sounds like"),
  follow_up: spoken,
  not_when: said.describe("when not to ask it"),
});
export type QuestionToAsk = z.infer<typeof QuestionToAsk>;

/** `questions-to-ask.yaml` */
export const QuestionsToAsk = z.array(QuestionToAsk).min(1);
