import { gradeWithModel } from "../../shared/grader/llm/grade-with-model.ts";
import type { Asked } from "../../shared/grader/rubric/grade-answer.ts";
import type { RecallDeps } from "./deps.ts";
import type { Grade } from "./schema.ts";

export type GradingDeps = Pick<RecallDeps, "grader" | "language" | "clock">;

/** The grade by the offline engine, and by a language model with it where one is configured and answers. */
export async function gradeOf(deps: GradingDeps, asked: Asked, answer: string): Promise<Grade> {
  const { grade, engine, note } = await gradeWithModel(deps, asked, answer);
  const { score, se, abstained, flags, misconceptions } = grade;
  const criteria = grade.criteria.map((each) => ({ ...each, span: each.span ?? null }));
  const shaped = { engine, score, se, abstained, flags, criteria, misconceptions };
  return note === undefined ? shaped : { ...shaped, note };
}
