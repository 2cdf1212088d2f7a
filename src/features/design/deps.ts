import type { Clock } from "../../lib/clock.ts";
import type { ThreadedGrader } from "../../shared/grader/threaded-grader.ts";
import type { BankCase } from "./case-bank.ts";
import type { DesignRepo } from "./repo.ts";

/** What the design room stands on. */
export type DesignDeps = {
  cases: () => readonly BankCase[];
  skills: ReadonlyMap<string, { title: string }>;
  roles: readonly { id: string; title: string }[];
  repo: DesignRepo;
  grader: ThreadedGrader;
  clock: Clock;
};

/** Cases that practice may serve. */
export function practiceCases({ cases }: Pick<DesignDeps, "cases">): BankCase[] {
  return cases().filter(({ part }) => part === "practice");
}
