import { readPython } from "./python/read-python.ts";
import { chooseQuestions } from "./questions/choose-questions.ts";
import type { Git } from "./repository/git/run-git.ts";
import type { ScanDeps } from "./scan.ts";

/** What a scan stands on; `python` reads Python as text, `git` reads objects, and neither runs anything of what it reads. */
export function scanDepsOf({ python, git }: { python: string; git: Git }): ScanDeps {
  return {
    git,
    readPython: (sources, timeoutMs) => readPython(sources, { python, timeoutMs }),
    chooseQuestions,
  };
}
