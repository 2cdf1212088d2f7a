import type { Clock } from "../../lib/clock.ts";
import type { Role } from "../../shared/content/role.ts";
import type { LanguageModelStore } from "../../shared/models/language/settings.ts";
import type { RoundProvider } from "../../shared/rounds/provider.ts";
import type { InterviewRepo } from "./repo.ts";
import type { SpeechDeps } from "./spoken/speech.ts";

/** What the interview room stands on. */
export type InterviewDeps = {
  repo: InterviewRepo;
  /** The kinds of round that can be held, as their features offer them. */
  providers: readonly RoundProvider[];
  roles: readonly Role[];
  skills: ReadonlyMap<string, { title: string; area: string }>;
  /** Ids of items that a diagnostic has shown: they are as used as those of earlier mocks. */
  servedElsewhere?: () => Promise<ReadonlySet<string>>;
  /** The language model, where one is configured: it may word what the interviewer has decided. */
  language: LanguageModelStore;
  /** Ears, and where voices are kept; without it nothing spoken is taken. */
  speech?: SpeechDeps;
  clock: Clock;
  /** Told of an exception that is no expected failure. */
  reportBug: (error: unknown) => void;
};
