import type { Config } from "../../config.ts";
import { describeFault } from "../../shared/content/content-fault.ts";
import { THEME_IDS } from "../../shared/content/question-to-ask.ts";
import { faultsAmong, loadQuestionsToAsk, QUESTIONS_TO_ASK_FILE } from "../../shared/content/questions-to-ask.ts";
import type { Checked } from "./checked.ts";
import { UsageError } from "./command.ts";

/** Checks the questions to ask as a whole: what is missing and what is there twice shows among all alone. */
export async function checkQuestionsToAsk(config: Config, paths: string[]): Promise<Checked> {
  if (paths.length > 0)
    throw new UsageError("The questions to ask are checked as a whole: --kind questions-to-ask, without paths.");
  const { questions, faults } = loadQuestionsToAsk(config.contentDir);
  const reasons = [...faults.map(describeFault), ...(questions.length === 0 ? [] : faultsAmong(questions))];
  return {
    // a file that cannot be read is one thing that failed
    items: Math.max(questions.length, faults.length > 0 ? 1 : 0),
    failed: reasons.length === 0 ? [] : [{ id: QUESTIONS_TO_ASK_FILE, reasons }],
    skipped: [],
    totals: Object.fromEntries(
      THEME_IDS.map((theme) => [theme, questions.filter((each) => each.theme === theme).length]),
    ),
    says: `${THEME_IDS.length} themes`,
  };
}
