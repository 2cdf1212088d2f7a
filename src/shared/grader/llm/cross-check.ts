import type { AnswerGrade, CriterionGrade } from "../rubric/grade-answer.ts";
import { scoreOf } from "../rubric/grade-answer.ts";
import type { ModelJudgement } from "./judge-with-model.ts";

/** The model reads better than the embedded grader, and is easier to talk round: it has the larger share, not the last word. */
const SHARE_OF_MODEL = 0.7;
const DISAGREE_FROM = 0.6;
/** Share of the points on which both disagree, from which no grade is told. */
const MOST_DISAGREEMENT = 0.34;

export type Disputed = "weighed" | "own";

/**
 * Joins what a model said with what the embedded grader said; abstains where they disagree on much. Where they disagree on a
 * criterion, both are weighed; with `disputed: "own"` the embedded grader's word stands, as where a model may be out to please.
 */
export function crossCheck(
  embedded: AnswerGrade,
  judged: readonly ModelJudgement[],
  disputed: Disputed = "weighed",
): AnswerGrade {
  const byId = new Map(judged.map((each) => [each.id, each]));
  const criteria = embedded.criteria.map((own): CriterionGrade => {
    const said = byId.get(own.id);
    if (said === undefined) return own;
    if (disputed === "own" && Math.abs(said.probability - own.probability) >= DISAGREE_FROM) return own;
    const probability = (1 - SHARE_OF_MODEL) * own.probability + SHARE_OF_MODEL * said.probability;
    return { ...own, probability, span: said.span ?? own.span };
  });
  const points = (which: readonly CriterionGrade[]) => which.reduce((sum, each) => sum + each.points, 0);
  const disagreed = embedded.criteria.filter(({ id, probability }) => {
    const said = byId.get(id);
    return said !== undefined && Math.abs(said.probability - probability) >= DISAGREE_FROM;
  });
  const { score, se } = scoreOf(criteria, embedded);
  const doubtful = points(disagreed) / points(criteria) >= MOST_DISAGREEMENT;
  return { ...embedded, criteria, score, se, abstained: embedded.abstained || doubtful };
}
