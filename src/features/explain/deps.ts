import type { Clock } from "../../lib/clock.ts";
import type { BankDrill } from "../../shared/content/explain-bank.ts";
import type { Audience, Listener } from "../../shared/content/explain-drill.ts";
import type { ThreadedGrader } from "../../shared/grader/threaded-grader.ts";
import type { LanguageModelStore } from "../../shared/models/language/settings.ts";
import type { ExplainRepo } from "./repo.ts";

/** What the explain room stands on. */
export type ExplainDeps = {
  drills: () => readonly BankDrill[];
  skills: ReadonlyMap<string, { title: string; area: string }>;
  roles: readonly { id: string; title: string }[];
  repo: ExplainRepo;
  grader: ThreadedGrader;
  /** The language model, where one is configured. */
  language: LanguageModelStore;
  clock: Clock;
};

/** A drill that practice may serve. */
export function practiceDrill({ drills }: Pick<ExplainDeps, "drills">, slug: string): BankDrill | undefined {
  return drills().find((each) => each.slug === slug && each.part === "practice");
}

export function listenerOf({ drill }: Pick<BankDrill, "drill">, audience: Audience): Listener | undefined {
  return drill.audiences.find((each) => each.audience === audience);
}
