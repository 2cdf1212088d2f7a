import type { CodingProblem } from "../../../shared/content/coding-folder.ts";
import type { Mutant, Verdict } from "../schema.ts";
import { judged, type MutantCount, type ProofJudge } from "./proof.ts";

// A mutant that loops is cut off early: five times what the reference's slowest test took, and never less than half a second, so
// that a busy machine does not call a live mutant dead.
const SLOWER = 5;
const LEAST_TIME_MS = 500;
const AT_ONCE = 4;

/** Judges every single-fault mutant of the reference; `reasons` names entries of equivalent.yaml that match no live mutant. */
export async function killMutants(
  judge: ProofJudge,
  problem: CodingProblem,
  reference: Verdict,
): Promise<MutantCount & { reasons: string[] }> {
  const generated = await judge.mutants(problem.solution);
  if (!generated.ok) throw new Error(generated.reason);
  const mutants = generated.value;
  const slowest = Math.max(0, ...reference.tests.map((test) => test.ms));
  const limits = { testTimeMs: Math.ceil(Math.max(LEAST_TIME_MS, SLOWER * slowest)) };
  const alive = await filterAtMost(mutants, AT_ONCE, async (mutant) => {
    const { source } = mutant;
    const { verdict } = await judged(judge, problem, { source, mode: "prove", stopAtFirstFailure: true, limits });
    return verdict === "accepted" || verdict === "internal-error";
  });
  const listed = new Set(problem.equivalent.map((entry) => entry.mutant));
  const survived = alive.filter((mutant) => !listed.has(mutant.id));
  const equivalent = alive.length - survived.length;
  const killed = mutants.length - alive.length;
  const stale = [...listed].filter((id) => !alive.some((mutant) => mutant.id === id));
  return {
    mutants: mutants.length,
    killed,
    equivalent,
    survived: survived.map(describe),
    killRate: mutants.length === equivalent ? 1 : killed / (mutants.length - equivalent),
    reasons: stale.map((id) => `equivalent.yaml lists ${id}, which is no surviving mutant`),
  };
}

function describe({ line, before, after }: Mutant): string {
  return `line ${line}: ${before} -> ${after}`;
}

async function filterAtMost<T>(items: T[], atOnce: number, keep: (item: T) => Promise<boolean>): Promise<T[]> {
  const kept = new Array<boolean>(items.length).fill(false);
  let next = 0;
  const worker = async () => {
    for (let at = next++; at < items.length; at = next++) kept[at] = await keep(items[at] as T);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return items.filter((_, at) => kept[at]);
}
