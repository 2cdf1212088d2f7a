import { readPython } from "./python/read-python.ts";
import { chooseQuestions } from "./questions/choose-questions.ts";
import type { ScanDeps } from "./scan.ts";

/** What a scan stands on; `python` reads Python as text and runs nothing of it. */
export function scanDepsOf({ python }: { python: string }): ScanDeps {
  return {
    readPython: (sources, timeoutMs) => readPython(sources, { python, timeoutMs }),
    chooseQuestions,
  };
}
