import type { Listener } from "../../../shared/content/explain-drill.ts";
import type { AnswerGrade } from "../../../shared/grader/rubric/grade-answer.ts";
import { containment } from "./same-wording.ts";

const COPIED_FROM = 0.5;
const CAP_OF_A_COPY = 0.3;

/** Whether an explanation is the model explanation, or the rubric's own lines, in their words. */
export function isCopied({ reference, rubric }: Listener, text: string): boolean {
  return containment(text, [reference, ...rubric.flatMap(({ say }) => say)].join("\n")) >= COPIED_FROM;
}

/** A copy shows that somebody can copy: it does not pass. */
export function cappedAsCopy<Grade extends Pick<AnswerGrade, "cap">>(grade: Grade): Grade {
  return { ...grade, cap: Math.min(grade.cap, CAP_OF_A_COPY) };
}
