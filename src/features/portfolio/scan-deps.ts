import { readPython } from "./python/read-python.ts";
import { type AskingModel, askModel } from "./questions/ask-model.ts";
import { chooseQuestions } from "./questions/choose-questions.ts";
import type { Git } from "./repository/git/run-git.ts";
import type { ScanDeps } from "./scan.ts";

/**
 * What a scan stands on; `python` reads Python as text, `git` reads objects, and neither runs anything of what it reads.
 * A language model, where one is given and configured, words questions better.
 */
export function scanDepsOf({ python, git }: { python: string; git: Git }, model?: AskingModel): ScanDeps {
  return {
    git,
    readPython: (sources, timeoutMs) => readPython(sources, { python, timeoutMs }),
    chooseQuestions,
    askModel: async (questions, linesOf) =>
      model ? askModel(model, questions, linesOf) : { questions: [...questions], limits: [] },
  };
}
