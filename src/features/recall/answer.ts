import { newId } from "../../lib/ids.ts";
import { failed, ok, type Result } from "../../lib/result.ts";
import { fillQuestion } from "../../shared/content/fill-question.ts";
import type { Question } from "../../shared/content/question.ts";
import type { BankQuestion } from "../../shared/content/question-bank.ts";
import type { Evidence } from "../../shared/evidence/evidence.ts";
import { loadOf, replay, smoothedDue } from "../../shared/spacing/memory.ts";
import { practiceQuestion, type RecallDeps } from "./deps.ts";
import { gradeOf } from "./grade.ts";
import { MET_FROM, ratingOf } from "./model/rating.ts";
import type { AnswerBody, GradedAnswer, Rating, SessionSummary } from "./schema.ts";
import type { StoredAnswer } from "./stored.ts";

const WHO = "local";

/** Grades an answer, keeps it, and says when the question returns. */
export async function takeAnswer(
  deps: RecallDeps,
  slug: string,
  body: AnswerBody,
): Promise<Result<GradedAnswer, "unknown-question" | "unknown-criterion">> {
  const found = practiceQuestion(deps, slug);
  if (!found) return failed("unknown-question");
  const { question, values } = fillQuestion(found.question, body.seed);
  const asked = body.probe === undefined ? question : onlyCriterion(question, body.probe);
  if (!asked) return failed("unknown-criterion");
  const now = deps.clock();
  const grade = await gradeOf(deps, { question: asked, values }, body.text);
  const answer: StoredAnswer = {
    id: newId(now),
    itemId: question.id,
    itemVersion: found.version,
    seed: body.seed,
    session: body.session,
    probe: body.probe ?? null,
    text: body.text,
    secondsUsed: body.secondsUsed,
    answeredAt: now.toISOString(),
    grade,
    rating: null,
    dueAt: null,
    overruled: null,
    graderVersion: `${grade.engine}, ${deps.grader.version}`,
  };
  const scheduled = body.probe === undefined ? { ...answer, ...(await schedule(deps, answer, grade.score)) } : answer;
  await deps.repo.save(scheduled, body.probe === undefined ? evidenceOf(found, scheduled) : undefined);
  return ok(shownOf(found, scheduled));
}

/** Takes the learner's own word on criteria, and reschedules by it; the grader's word stays in the evidence. */
export async function overruleAnswer(
  deps: RecallDeps,
  id: string,
  met: Record<string, boolean>,
): Promise<Result<GradedAnswer, "unknown-answer" | "unknown-criterion">> {
  const answer = await deps.repo.answer(id);
  const found = deps.questions().find(({ question }) => question.id === answer?.itemId);
  if (!answer || !found) return failed("unknown-answer");
  const known = new Set(answer.grade.criteria.map((each) => each.id));
  if (Object.keys(met).some((each) => !known.has(each))) return failed("unknown-criterion");
  const changed: StoredAnswer = { ...answer, overruled: { ...answer.overruled, ...met } };
  const schedules = answer.rating !== null;
  const updated = schedules ? { ...changed, ...(await schedule(deps, changed, ownScore(changed))) } : changed;
  await deps.repo.overrule(updated);
  return ok(shownOf(found, updated));
}

export async function summariseSession(deps: RecallDeps, session: string): Promise<SessionSummary> {
  const answers = (await deps.repo.answersOf({ session })).filter(({ probe }) => probe === null);
  const lines = answers.flatMap((answer) => {
    const found = deps.questions().find(({ question }) => question.id === answer.itemId);
    if (!found) return [];
    const { question } = fillQuestion(found.question, answer.seed);
    const missed = question.rubric.filter(({ id }) => !isMet(answer, id)).map(({ met_when }) => met_when);
    return [
      {
        id: answer.id,
        slug: found.slug,
        title: question.title,
        score: ownScore(answer),
        abstained: answer.grade.abstained && answer.overruled === null,
        secondsUsed: answer.secondsUsed,
        due: answer.dueAt,
        missed,
      },
    ];
  });
  return {
    answers: lines,
    points: lines.reduce((sum, { score }) => sum + score, 0) / Math.max(1, lines.length),
    secondsUsed: lines.reduce((sum, { secondsUsed }) => sum + secondsUsed, 0),
  };
}

async function schedule(
  { repo }: RecallDeps,
  answer: StoredAnswer,
  score: number,
): Promise<{ rating: Rating; dueAt: string }> {
  const rating = ratingOf(score, answer.secondsUsed);
  const others = (await repo.reviews()).filter((each) => each.itemId !== answer.itemId);
  const before = (await repo.answersOf({ itemId: answer.itemId })).filter((each) => each.id < answer.id);
  const reviews = before.flatMap((each) =>
    each.rating === null ? [] : [{ at: new Date(each.answeredAt), rating: each.rating }],
  );
  const last = new Map(others.map(({ itemId, dueAt }) => [itemId, dueAt]));
  const reviewed = new Date(answer.answeredAt);
  const replayed = replay([...reviews, { at: reviewed, rating }]);
  return { rating, dueAt: smoothedDue(reviewed, replayed?.interval ?? 1, loadOf(last.values())).toISOString() };
}

function evidenceOf({ question, version, part }: BankQuestion, answer: StoredAnswer): Evidence {
  return {
    id: answer.id,
    at: answer.answeredAt,
    who: WHO,
    feature: "recall",
    itemId: question.id,
    itemVersion: version,
    skills: question.skills,
    mode: "recall",
    part,
    score: answer.grade.score,
    standardError: answer.grade.se,
    secondsUsed: answer.secondsUsed,
    help: { hints: 0, revealed: false },
    graderVersion: answer.graderVersion,
  };
}

function shownOf(found: BankQuestion, answer: StoredAnswer): GradedAnswer {
  const { question } = fillQuestion(found.question, answer.seed);
  const { criteria, misconceptions, ...grade } = answer.grade;
  return {
    id: answer.id,
    slug: found.slug,
    text: answer.text,
    secondsUsed: answer.secondsUsed,
    grade: { ...grade, score: answer.overruled ? ownScore(answer) : grade.score },
    criteria: criteria.flatMap((result) => {
      const criterion = question.rubric.find(({ id }) => id === result.id);
      if (!criterion) return [];
      const probe = question.probes.find(({ when_missing }) => when_missing === result.id)?.ask ?? null;
      const overruled = answer.overruled?.[result.id] ?? null;
      return [{ ...result, metWhen: criterion.met_when, say: criterion.say, probe, overruled }];
    }),
    misconceptions: misconceptions.flatMap(({ id, span }) => {
      const mistaken = question.misconceptions.find((each) => each.id === id);
      return mistaken ? [{ id, span, says: mistaken.says, whyWrong: mistaken.why_wrong }] : [];
    }),
    reference: question.reference,
    sources: question.sources,
    rating: answer.rating,
    due: answer.dueAt,
  };
}

/** The score with the learner's own word where they gave it. */
function ownScore({ grade, overruled }: StoredAnswer): number {
  if (overruled === null) return grade.score;
  const all = grade.criteria.reduce((sum, { points }) => sum + points, 0);
  const own = grade.criteria.reduce(
    (sum, { id, points, probability }) =>
      sum + points * (overruled[id] === undefined ? probability : Number(overruled[id])),
    0,
  );
  return own / all;
}

function isMet({ grade, overruled }: StoredAnswer, id: string): boolean {
  return overruled?.[id] ?? (grade.criteria.find((each) => each.id === id)?.probability ?? 0) >= MET_FROM;
}

function onlyCriterion(question: Question, id: string): Question | undefined {
  const rubric = question.rubric.filter((each) => each.id === id);
  return rubric.length === 0 ? undefined : { ...question, rubric };
}
