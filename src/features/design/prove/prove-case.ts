import { counted } from "../../../lib/text.ts";
import { type GradeSample, proveSamples } from "../../../shared/grader/rubric/prove-samples.ts";
import type { DesignCase } from "../case-folder.ts";
import { questionOf } from "../grade-prompt.ts";
import type { CaseRun, RunOutcome } from "./case-run.ts";
import { designFaults } from "./design-faults.ts";

/** Why a case is not proven, where it is not; how its samples scored, and how many runs it took. */
export type CaseProof = {
  slug: string;
  reasons: string[];
  prompts: number;
  runs: number;
  scores: { strong: number; partial: number; wrong: number };
};

export type CaseProver = {
  grade: GradeSample;
  run: (given: CaseRun, found: DesignCase) => Promise<RunOutcome>;
  /** Seeds of the reference; flawed designs take at most three of them. 0: nothing is run. */
  seeds: number;
};

const SEEDS_OF_FLAWED = 3;

/**
 * A case stands when its designs parse, the three answers to each of its prompts lie in their bands, its reference meets
 * every objective under every seed, and each flawed design misses the objective that it names and no other.
 */
export async function proveCase(found: DesignCase, prover: CaseProver): Promise<CaseProof> {
  const faults = designFaults(found);
  const graded = await provePrompts(found, prover.grade);
  // A design that does not parse would be run as something else.
  const ran = faults.length > 0 ? { reasons: [], runs: 0 } : await proveRuns(found, prover);
  return {
    slug: found.slug,
    reasons: [...faults, ...graded.reasons, ...ran.reasons],
    prompts: graded.prompts,
    runs: ran.runs,
    scores: graded.scores,
  };
}

/** The three answers to each prompt of a case, under the grader that bands are made for. */
export async function provePrompts(found: Pick<DesignCase, "item" | "rubric">, grade: GradeSample) {
  const prompts = [...found.rubric.written, ...found.rubric.probes];
  const scores = { strong: 0, partial: 0, wrong: 0 };
  const reasons: string[] = [];
  for (const prompt of prompts) {
    const proven = await proveSamples({ question: questionOf(found, prompt), values: new Map() }, grade);
    reasons.push(...proven.reasons.map((reason) => `${prompt.id}: ${reason}`));
    for (const name of ["strong", "partial", "wrong"] as const) scores[name] += proven.scores[name] / prompts.length;
  }
  return { reasons, prompts: prompts.length, scores };
}

async function proveRuns(found: DesignCase, { run, seeds }: CaseProver): Promise<{ reasons: string[]; runs: number }> {
  const { slug, reference, flawed } = found;
  const outcomesOf = (name: string, text: string, many: number) =>
    Promise.all(Array.from({ length: many }, (_, at) => run({ slug, name, text, seed: at + 1 }, found)));
  const ofReference = outcomesOf("reference", reference, seeds);
  const ofFlawed = flawed.map(async ({ name, misses, text }) => {
    return flawedReasons({ name, misses }, await outcomesOf(name, text, Math.min(seeds, SEEDS_OF_FLAWED)));
  });
  const reasons = [referenceReasons(await ofReference), ...(await Promise.all(ofFlawed))].flat();
  return { reasons, runs: seeds + flawed.length * Math.min(seeds, SEEDS_OF_FLAWED) };
}

function referenceReasons(outcomes: RunOutcome[]): string[] {
  const missed = Map.groupBy(
    outcomes.flatMap(({ seed, missed }) => missed.map((each) => ({ ...each, seed }))),
    ({ id }) => id,
  );
  return [...missed].map(([id, each]) => {
    const seeds = each.map(({ seed }) => seed).join(", ");
    return `reference misses ${id} in ${each.length} of ${counted(outcomes.length, "seed")} (${seeds}): ${each[0]?.words}`;
  });
}

function flawedReasons({ name, misses }: { name: string; misses: string }, outcomes: RunOutcome[]): string[] {
  const meets = outcomes.filter(({ missed }) => !missed.some(({ id }) => id === misses)).map(({ seed }) => seed);
  const others = Map.groupBy(
    outcomes.flatMap(({ missed }) => missed.filter(({ id }) => id !== misses)),
    ({ id }) => id,
  );
  return [
    ...(meets.length > 0 ? [`flawed/${name} meets ${misses}, which it must miss (seeds ${meets.join(", ")})`] : []),
    ...[...others].map(([id, each]) => `flawed/${name} misses ${id} too: ${each[0]?.words}`),
  ];
}
