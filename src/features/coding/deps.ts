import type { Clock } from "../../lib/clock.ts";
import type { Bank, BankProblem } from "../../shared/content/bank.ts";
import type { CodeReader } from "./code-reader.ts";
import type { JudgePool } from "./judge/pool.ts";
import type { CodingRepo } from "./repo.ts";

/** What the coding room stands on. */
export type CodingDeps = {
  bank: Bank;
  repo: CodingRepo;
  judge: JudgePool;
  reader: CodeReader;
  clock: Clock;
  /** Which judge spoke: the version in evidence rows. */
  graderVersion: string;
  /** Told of an exception that is no expected failure. */
  reportBug: (error: unknown) => void;
};

/** Problems that practice may serve, by slug. */
export function practiceProblem({ bank }: Pick<CodingDeps, "bank">, slug: string): BankProblem | undefined {
  return bank.problems.find((problem) => problem.slug === slug && problem.part === "practice");
}
