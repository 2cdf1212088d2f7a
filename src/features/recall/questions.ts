import { randomInt } from "node:crypto";
import { failed, ok, type Result } from "../../lib/result.ts";
import { areaTitle } from "../../shared/content/area-title.ts";
import { fillQuestion } from "../../shared/content/fill-question.ts";
import type { BankQuestion } from "../../shared/content/question-bank.ts";
import { retrievability } from "../../shared/spacing/memory.ts";
import { practiceQuestion, type RecallDeps } from "./deps.ts";
import type { KeptCardsByItem } from "./kept-cards.ts";
import { forecast } from "./model/forecast.ts";
import { type Candidate, isLeech, nextQuestion } from "./model/next-question.ts";
import type { NextQuestion, QuestionDetail, QuestionList, QuestionSummary } from "./schema.ts";

const FORECAST_DAYS = 30;
const MOST_SEED = 2 ** 31;

export async function listQuestions(deps: RecallDeps): Promise<QuestionList> {
  const cards = await deps.cards.read();
  const now = deps.clock();
  const practice = deps.questions().filter(({ part }) => part === "practice");
  const remembered = practice.flatMap(({ question }) => cards.get(question.id) ?? []);
  return {
    questions: practice.map((each) => summaryOf(deps, each, cards)),
    heldOut: deps.questions().length - practice.length,
    due: remembered.filter(({ due }) => due <= now).length,
    roles: deps.roles.map(({ id, title }) => ({ id, title })),
    forecast: forecast(remembered, now, FORECAST_DAYS).days,
  };
}

export async function cardsOf(
  deps: RecallDeps,
): Promise<{ skills: readonly string[]; recallAt: (at: Date) => number }[]> {
  const cards = await deps.cards.read();
  return deps.questions().flatMap(({ question, part }) => {
    const known = part === "practice" ? cards.get(question.id) : undefined;
    return known ? [{ skills: question.skills, recallAt: (at) => retrievability(known.memory, at) }] : [];
  });
}

export async function questionDetail(
  deps: RecallDeps,
  slug: string,
): Promise<Result<QuestionDetail, "unknown-question">> {
  const found = practiceQuestion(deps, slug);
  if (!found) return failed("unknown-question");
  const seed = randomInt(MOST_SEED);
  const { question } = fillQuestion(found.question, seed);
  const [cards, answers] = await Promise.all([deps.cards.read(), deps.repo.answersOf({ itemId: found.question.id })]);
  deps.grader.prepare(question);
  return ok({
    ...summaryOf(deps, found, cards),
    seed,
    prompt: question.prompt,
    plot: question.plot ?? null,
    asOf: question.as_of ?? null,
    history: answers
      .filter(({ probe }) => probe === null)
      .map(({ id, answeredAt, grade, text, secondsUsed }) => ({
        id,
        at: answeredAt,
        score: grade.score,
        text,
        secondsUsed,
      }))
      .reverse(),
  });
}

/** What to ask next of the questions that a filter leaves; `recent` are slugs asked lately, the last one first. */
export async function chooseNext(
  deps: RecallDeps,
  { role, area, recent }: { role?: string; area?: string; recent: readonly string[] },
): Promise<NextQuestion> {
  const cards = await deps.cards.read();
  const now = deps.clock();
  const candidates = deps
    .questions()
    .filter(({ part }) => part === "practice")
    .filter(({ question }) => role === undefined || question.roles.some((each) => each === role))
    .map((each) => candidateOf(deps, each, cards))
    .filter((each) => area === undefined || each.area === area);
  const next = nextQuestion(candidates, recent, now);
  const due = candidates.flatMap((each) => each.due ?? []);
  const later = due.filter((each) => each > now).sort((a, b) => a.getTime() - b.getTime())[0];
  return {
    next: next ? { slug: next.slug, why: next.why, insteadOf: next.insteadOf ?? null } : null,
    due: due.filter((each) => each <= now).length,
    nextDue: later?.toISOString() ?? null,
  };
}

function candidateOf(deps: RecallDeps, { slug, question }: BankQuestion, cards: KeptCardsByItem): Candidate {
  const known = cards.get(question.id);
  const { skills, difficulty } = question;
  return { slug, area: areaOf(deps, question.skills), skills, difficulty, memory: known?.memory, due: known?.due };
}

function summaryOf(deps: RecallDeps, { slug, question }: BankQuestion, cards: KeptCardsByItem): QuestionSummary {
  const known = cards.get(question.id);
  const area = areaOf(deps, question.skills);
  return {
    slug,
    title: question.title,
    kind: question.kind,
    area: { id: area, title: areaTitle(area) },
    skills: question.skills.map((id) => ({ id, title: deps.skills.get(id)?.title ?? id })),
    difficulty: question.difficulty,
    roles: question.roles,
    answers: known?.reviews.length ?? 0,
    lastScore: known?.lastScore ?? null,
    due: known?.due.toISOString() ?? null,
    retained: known ? retrievability(known.memory, deps.clock()) : null,
    leech: isLeech({ memory: known?.memory }),
  };
}

function areaOf({ skills }: RecallDeps, [first = ""]: readonly string[]): string {
  return skills.get(first)?.area ?? first.split(".")[0] ?? "";
}
