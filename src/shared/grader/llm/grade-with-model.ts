import type { Clock } from "../../../lib/clock.ts";
import { FAILURE_WORDS } from "../../models/language/ask.ts";
import type { LanguageModelStore } from "../../models/language/settings.ts";
import type { EngineName } from "../open-grader.ts";
import type { AnswerGrade, Asked } from "../rubric/grade-answer.ts";
import type { ThreadedGrader } from "../threaded-grader.ts";
import { crossCheck, type Disputed } from "./cross-check.ts";
import { judgeWithModel } from "./judge-with-model.ts";

export type Graders = {
  grader: ThreadedGrader;
  language: Pick<LanguageModelStore, "read" | "count">;
  clock: Clock;
  /** What stands where the model and the embedded grader disagree. */
  disputed?: Disputed;
  /** How long the model may take, where somebody waits for it in a talk. */
  timeoutMs?: number;
};
/** A grade and who gave it; `note` says why a language model was not heard. */
export type SaidGrade = { grade: AnswerGrade; engine: EngineName | "llm"; note: string | undefined };

/** The grade by the offline engine, and by a language model with it where one is configured and answers. */
export async function gradeWithModel(
  { grader, language, clock, disputed, timeoutMs }: Graders,
  asked: Asked,
  answer: string,
): Promise<SaidGrade> {
  const settings = language.read();
  const own = grader.gradeAnswer(asked, answer);
  if (settings === undefined) return { grade: await own, engine: (await own).engine, note: undefined };
  const [embedded, judged] = await Promise.all([
    own,
    judgeWithModel(settings, {
      question: asked.question,
      answer,
      count: (usage) => language.count(usage, clock()),
      timeoutMs,
    }),
  ]);
  if (judged.ok) return { grade: crossCheck(embedded, judged.value, disputed), engine: "llm", note: undefined };
  return { grade: embedded, engine: embedded.engine, note: `${FAILURE_WORDS[judged.reason]} Graded offline instead.` };
}
