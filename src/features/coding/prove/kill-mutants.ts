import { mapAtMost } from "../../../lib/map-at-most.ts";
import type { CodingProblem } from "../../../shared/content/coding-folder.ts";
import type { Mutant, Verdict } from "../schema.ts";
import { judged, type MutantCount, type ProofJudge } from "./proof.ts";

// A mutant that loops is cut off early: five times what the reference's slowest test took, and never less than half a second, so
// that a busy machine does not call a live mutant dead. The judge itself allows a growth test five times the time of others.
const SLOWER = 5;
const LONGER_IN_GROWTH = 5;
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
  const growing = new Set((reference.growth ?? []).map(({ name }) => name));
  const slowest = Math.max(
    0,
    ...reference.tests.map(({ name, ms }) => (growing.has(name) ? ms / LONGER_IN_GROWTH : ms)),
  );
  const limits = { testTimeMs: Math.ceil(Math.max(LEAST_TIME_MS, SLOWER * slowest)) };
  const order = reference.tests.toSorted((a, b) => a.ms - b.ms).map(({ name }) => name); // most die in a quick test
  const lives = await mapAtMost(mutants, AT_ONCE, async ({ source }) => {
    const choices = { source, mode: "prove", stopAtFirstFailure: true, order, limits } as const;
    const { verdict } = await judged(judge, problem, choices);
    return verdict === "accepted" || verdict === "internal-error";
  });
  const alive = mutants.filter((_, at) => lives[at]);
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
