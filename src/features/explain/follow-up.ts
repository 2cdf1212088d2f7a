import { failed, ok, type Result } from "../../lib/result.ts";
import { gradeWithModel } from "../../shared/grader/llm/grade-with-model.ts";
import type { CriterionGrade } from "../../shared/grader/rubric/grade-answer.ts";
import { type ExplainDeps, listenerOf } from "./deps.ts";
import { questionOf } from "./model/asked-question.ts";
import { type Ask, CAME_FROM } from "./model/next-ask.ts";
import { readExplanation } from "./model/read-explanation.ts";
import type { Told } from "./read.ts";
import type { FollowUp, ReadAttempt } from "./schema.ts";
import { askAfter, shownOf } from "./show.ts";

/** Takes the answer to what the listener asks next: graded on what was missing, and for words they do not know. */
export async function answerFollowUp(
  deps: ExplainDeps,
  id: string,
  text: string,
): Promise<Result<ReadAttempt, "unknown-explanation" | "nothing-asked">> {
  const attempt = await deps.repo.attempt(id);
  const found = deps.drills().find(({ drill }) => drill.id === attempt?.itemId);
  const listener = attempt && found && listenerOf(found, attempt.audience);
  if (!attempt || !found || !listener) return failed("unknown-explanation");
  const told = { drill: found.drill, listener };
  const ask = askAfter(told, attempt);
  if (!ask) return failed("nothing-asked");
  const answered = await graded(deps, told, { ask, text });
  const feedback = { ...attempt.feedback, followUps: [...attempt.feedback.followUps, answered] };
  await deps.repo.keepFeedback(id, feedback);
  const shown = shownOf(found, { ...attempt, feedback });
  return shown ? ok(shown) : failed("unknown-explanation");
}

/** Up to here a point is surely missing; from there to `CAME_FROM` nobody can tell. */
const SURELY_NOT = 0.4;

function cameOf(criterion: CriterionGrade, cap: number): FollowUp["came"] {
  return { ...criterion, probability: Math.min(criterion.probability, cap), span: criterion.span ?? null };
}

async function graded(deps: ExplainDeps, told: Told, { ask, text }: { ask: Ask; text: string }): Promise<FollowUp> {
  const whole = questionOf(told.drill, told.listener);
  const rubric = whole.rubric.filter(({ id }) => id === ask.criterion);
  const question = {
    ...whole,
    prompt: `${told.drill.title}. ${ask.ask}`,
    rubric: rubric.length > 0 ? rubric : whole.rubric,
  };
  const { grade } = await gradeWithModel(deps, { question, values: new Map() }, text);
  const { terms, distortions } = readExplanation(told, text, grade);
  const [criterion] = grade.criteria;
  const came = rubric.length > 0 && criterion ? cameOf(criterion, grade.cap) : null;
  return {
    ...ask,
    text,
    answeredAt: deps.clock().toISOString(),
    came,
    abstained: came !== null && came.probability > SURELY_NOT && came.probability < CAME_FROM,
    terms: terms.unexplained.map(({ term, instead, uses }) => ({ term, instead, uses })),
    distortions,
  };
}
