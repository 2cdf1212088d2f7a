import type { Clock } from "../../lib/clock.ts";
import type { BankPrompt } from "../../shared/content/behavioral-bank.ts";
import type { CompetencyBank } from "../../shared/content/competencies.ts";
import type { ThreadedGrader } from "../../shared/grader/threaded-grader.ts";
import type { StoriesRepo } from "./repo.ts";

/** What the story bank stands on. */
export type StoriesDeps = {
  repo: StoriesRepo;
  grader: ThreadedGrader;
  prompts: () => readonly BankPrompt[];
  competencies: () => CompetencyBank;
  roles: readonly { id: string; title: string }[];
  clock: Clock;
};

/** A question that practice may ask. */
export function practicePrompt({ prompts }: Pick<StoriesDeps, "prompts">, slug: string): BankPrompt | undefined {
  return prompts().find((each) => each.slug === slug && each.part === "practice");
}
