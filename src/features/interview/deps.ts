import type { Clock } from "../../lib/clock.ts";
import type { Role } from "../../shared/content/role.ts";
import type { LanguageModelStore } from "../../shared/models/language/settings.ts";
import type { RoundProvider } from "../../shared/rounds/provider.ts";
import type { InterviewRepo } from "./repo.ts";

/** What the interview room stands on. */
export type InterviewDeps = {
  repo: InterviewRepo;
  /** The kinds of round that can be held, as their features offer them. */
  providers: readonly RoundProvider[];
  roles: readonly Role[];
  skills: ReadonlyMap<string, { title: string; area: string }>;
  /** The language model, where one is configured: it may word what the interviewer has decided. */
  language: LanguageModelStore;
  clock: Clock;
};
