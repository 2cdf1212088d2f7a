import type { Clock } from "../../../lib/clock.ts";
import type { ThreadedGrader } from "../../../shared/grader/threaded-grader.ts";
import type { LanguageModelStore } from "../../../shared/models/language/settings.ts";
import type { PapersRepo } from "./repo.ts";

/** What telling papers from memory stands on. */
export type PapersDeps = {
  repo: PapersRepo;
  grader: ThreadedGrader;
  /** The language model, where one is configured. */
  language: LanguageModelStore;
  clock: Clock;
};
