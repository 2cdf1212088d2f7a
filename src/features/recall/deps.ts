import type { Clock } from "../../lib/clock.ts";
import type { BankQuestion } from "../../shared/content/question-bank.ts";
import type { ThreadedGrader } from "../../shared/grader/threaded-grader.ts";
import type { LanguageModelStore } from "../../shared/models/language/settings.ts";
import type { KeptCards } from "./kept-cards.ts";
import type { RecallRepo } from "./repo.ts";

/** What the recall room stands on. */
export type RecallDeps = {
  questions: () => readonly BankQuestion[];
  skills: ReadonlyMap<string, { title: string; area: string }>;
  roles: readonly { id: string; title: string }[];
  repo: RecallRepo;
  /** What the log of the repo says of each question. */
  cards: KeptCards;
  grader: ThreadedGrader;
  /** The language model, where one is configured. */
  language: LanguageModelStore;
  clock: Clock;
};

/** A question that practice may serve. */
export function practiceQuestion({ questions }: Pick<RecallDeps, "questions">, slug: string): BankQuestion | undefined {
  return questions().find((each) => each.slug === slug && each.part === "practice");
}
