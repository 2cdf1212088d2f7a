import { crossCheck } from "../../shared/grader/llm/cross-check.ts";
import { judgeWithModel } from "../../shared/grader/llm/judge-with-model.ts";
import type { EngineGrade } from "../../shared/grader/open-grader.ts";
import type { AnswerGrade, Asked } from "../../shared/grader/rubric/grade-answer.ts";
import { FAILURE_WORDS } from "../../shared/models/language/ask.ts";
import type { RecallDeps } from "./deps.ts";
import type { Grade } from "./schema.ts";

/** The grade by the offline engine, and by a language model with it where one is configured and answers. */
export async function gradeOf({ grader, language, clock }: RecallDeps, asked: Asked, answer: string): Promise<Grade> {
  const settings = language.read();
  const own = grader.gradeAnswer(asked, answer);
  if (settings === undefined) return shaped(await own, (await own).engine);
  const [embedded, judged] = await Promise.all([
    own,
    judgeWithModel(settings, { question: asked.question, answer, count: (usage) => language.count(usage, clock()) }),
  ]);
  if (judged.ok) return shaped(crossCheck(embedded, judged.value), "llm");
  return { ...shaped(embedded, embedded.engine), note: `${FAILURE_WORDS[judged.reason]} Graded offline instead.` };
}

function shaped(
  { score, se, abstained, flags, criteria, misconceptions }: AnswerGrade,
  engine: EngineGrade["engine"] | "llm",
): Grade {
  return {
    engine,
    score,
    se,
    abstained,
    flags,
    criteria: criteria.map((each) => ({ ...each, span: each.span ?? null })),
    misconceptions,
  };
}
