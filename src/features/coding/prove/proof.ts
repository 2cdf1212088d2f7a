import type { CodingProblem } from "../../../shared/content/coding-folder.ts";
import type { JudgePool } from "../judge/pool.ts";
import { type JudgeChoices, judgeRequest } from "../judge/request.ts";
import type { Verdict } from "../schema.ts";

/** What a proof needs of the judge. */
export type ProofJudge = Pick<JudgePool, "judge" | "mutants">;

export type MutantCount = {
  mutants: number;
  killed: number;
  equivalent: number;
  survived: string[];
  /** killed / (mutants − equivalent) */
  killRate: number;
};

/** The proof of one problem; it stands when `reasons` is empty. */
export type Proof = { id: string; slug: string; reasons: string[]; coding: MutantCount };

export async function judged(judge: ProofJudge, problem: CodingProblem, choices: JudgeChoices): Promise<Verdict> {
  const verdict = await judge.judge(judgeRequest(problem, choices));
  if (!verdict.ok) throw new Error("the judge was closed during a proof");
  return verdict.value;
}
