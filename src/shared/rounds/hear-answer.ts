import type { Question } from "../content/question.ts";
import type { SaidGrade } from "../grader/llm/grade-with-model.ts";
import { nearnessOf } from "../grader/similarity.ts";
import type { ThreadedGrader } from "../grader/threaded-grader.ts";
import { asideOf, isQuestion } from "./intent.ts";
import { type Intent, type Reading, SAID_APART } from "./reading.ts";

/** A question of the bank with the facts that are told when asked for. */
export type HeardQuestion = { question: Question; facts: { id: string; asked: string[]; answer: string }[] };

export type HearingDeps = {
  grader: Pick<ThreadedGrader, "similarities">;
  grade: (question: Question, answer: string) => Promise<SaidGrade>;
};

/** From here on a question is understood as asking for a fact. */
const UNDERSTOOD = 0.55;
/** An answer that has nothing to do with its question: below these all of its points and its nearness to the question lie. */
const STRAYS_BELOW = 0.12;
const NEAR_QUESTION = 0.25;
const FEW_WORDS = 6;

/** Reads what was said last together with what was said before about one question. */
export async function hearAnswer(
  deps: HearingDeps,
  { question, facts }: HeardQuestion,
  { before, text }: { before: readonly string[]; text: string },
): Promise<Reading> {
  const aside = asideOf(text);
  if (aside !== undefined) return nothingHeard(aside);
  const asked = isQuestion(text) ? await factsAsked(deps, facts, text) : [];
  const { grade, engine } = await deps.grade(question, [...before, text].join(SAID_APART));
  const heard: Reading = {
    intent: "answers",
    engine,
    score: grade.score,
    se: grade.se,
    abstained: grade.abstained,
    flags: grade.flags,
    points: grade.criteria.map(({ id, points, probability, span }) => ({
      id,
      points,
      probability,
      span: span ?? null,
    })),
    mistaken: grade.misconceptions.map(({ id, span }) => ({ id, whyWrong: whyWrong(question, id), span })),
    probes: [],
    facts: asked,
  };
  const from = [...before, ""].join(SAID_APART).length;
  return { ...heard, intent: await intentOf(deps, { question, text, heard, from }) };
}

/** Words that are no answer: their reading has nothing in it. */
export function nothingHeard(intent: Intent): Reading {
  return {
    intent,
    engine: "none",
    score: 0,
    se: 0,
    abstained: false,
    flags: [],
    points: [],
    mistaken: [],
    probes: [],
    facts: [],
  };
}

/** `from` is where the last words begin in all that was said: what was earned before tells nothing of what they want. */
type Heard = { question: Question; text: string; heard: Reading; from: number };

async function intentOf({ grader }: HearingDeps, { question, text, heard, from }: Heard): Promise<Intent> {
  const fresh = heard.points.filter(({ span }) => span !== null && span.start >= from);
  const best = Math.max(0, ...fresh.map(({ probability }) => probability));
  const mistaken = heard.mistaken.some(({ span }) => span.start >= from);
  if (heard.flags.includes("instructions-to-the-grader") && best < 0.5) return "instructs";
  // a try that ends in "could you give me a hint?" asks for that
  if (isQuestion(text) && best < 0.5) return asideOf(text.split(/(?<=[.!?])\s+/).at(-1) ?? text) ?? "asks";
  if (best >= STRAYS_BELOW || mistaken) return "answers";
  if (text.trim().split(/\s+/).length < FEW_WORDS) return "answers";
  const { values } = await grader.similarities([text], [question.prompt, question.reference]);
  const near = Math.max(0, ...(values[0] ?? []).map(nearnessOf));
  return near < NEAR_QUESTION ? "strays" : "answers";
}

/** What the questions of a turn ask for, each fact once. */
async function factsAsked(
  { grader }: HearingDeps,
  facts: HeardQuestion["facts"],
  text: string,
): Promise<Reading["facts"]> {
  const lines = facts.flatMap(({ id, answer, asked }) => asked.map((line) => ({ id, answer, line })));
  if (lines.length === 0) return [];
  const { values } = await grader.similarities(
    questionsIn(text),
    lines.map(({ line }) => line),
  );
  const asked = new Map<string, string>();
  for (const row of values) {
    const near = row.map(nearnessOf);
    const best = near.indexOf(Math.max(...near));
    const found = lines[best];
    if (found && (near[best] ?? 0) >= UNDERSTOOD) asked.set(found.id, found.answer);
  }
  return [...asked].map(([id, answer]) => ({ id, answer }));
}

/** Each question of a turn by itself; a single one with all that is said around it. */
export function questionsIn(text: string): string[] {
  const questions = text.split(/(?<=[.!?])\s+/).filter((sentence) => sentence.trimEnd().endsWith("?"));
  return questions.length > 1 ? questions : [text];
}

function whyWrong({ misconceptions }: Question, id: string): string {
  return misconceptions.find((each) => each.id === id)?.why_wrong ?? "";
}
