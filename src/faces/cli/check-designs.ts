import { availableParallelism } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import type { Config } from "../../config.ts";
import {
  type CaseProof,
  type CaseProver,
  caseFolders,
  loadCases,
  proveCase,
  provePrompts,
  RunPool,
  readCaseFolder,
  readPrompts,
  simulatorVersion,
} from "../../features/design/index.ts";
import { loadBank } from "../../shared/content/bank.ts";
import { describeFault } from "../../shared/content/content-fault.ts";
import { openGrader } from "../../shared/grader/open-grader.ts";
import type { Checked, Failed } from "./checked.ts";
import { runCache } from "./run-cache.ts";

const MOST_THREADS = 2;
const SEEDS = 30;

export type DesignChecks = { fresh: boolean; seeds?: number };

/** Proves design cases, folders of them; without any, all of the bank. */
export async function checkDesigns(config: Config, paths: string[], checks: DesignChecks): Promise<Checked> {
  const folders = paths.length > 0 ? paths.flatMap(foldersOf) : caseFolders(config.contentDir);
  const read = folders.map((folder) => ({ folder, id: basename(folder), read: readCaseFolder(folder) }));
  const unread = read.flatMap(({ folder, id, read }) =>
    read.ok ? [] : [{ folder, id, reasons: read.faults.map(describeFault) }],
  );
  const bankFaults = paths.length > 0 ? [] : otherFaults(config.contentDir, unread);
  const cases = read.flatMap(({ read }) => (read.ok ? [read.value] : []));
  const grader = openGrader(config.encoderDir, { threads: availableParallelism() });
  const pool = new RunPool(Math.min(MOST_THREADS, availableParallelism()));
  const proofs: CaseProof[] = [];
  try {
    if (cases.length > 0 && grader.engine === "lexical") {
      const reason = "the encoder is missing, and bands are those of the embedded grader";
      const failed = [...unread, ...bankFaults];
      return { items: folders.length, failed, skipped: [{ id: "designs", reason }], totals: {}, says: reason };
    }
    const prover: CaseProver = {
      grade: grader.gradeAnswer,
      seeds: checks.seeds ?? SEEDS,
      run: cachedRuns(config, pool, checks),
    };
    for (const each of cases) proofs.push(await proveCase(each, prover));
    // a case that is being written: its prompts can be told of before its files are complete
    for (const each of unread) each.reasons.push(...(await promptReasons(each.folder, prover)));
  } finally {
    pool.close();
    await grader.close();
  }
  const failing = proofs
    .filter(({ reasons }) => reasons.length > 0)
    .map(({ slug, reasons }) => ({ id: slug, reasons }));
  const runs = proofs.reduce((sum, proof) => sum + proof.runs, 0);
  return {
    items: folders.length,
    failed: [...unread.map(({ id, reasons }) => ({ id, reasons })), ...bankFaults, ...failing],
    skipped: [],
    totals: {
      runs,
      perCase: proofs.map(({ slug, prompts, runs, scores }) => ({ id: slug, prompts, runs, ...scores })),
    },
    says: `${runs} runs, ${proofs.reduce((sum, { prompts }) => sum + prompts, 0)} prompts`,
  };
}

async function promptReasons(folder: string, { grade }: CaseProver): Promise<string[]> {
  const found = readPrompts(folder);
  return found ? (await provePrompts(found, grade)).reasons : [];
}

/** Runs in threads, from the cache where it has them, and says each one that was made. */
function cachedRuns(config: Config, pool: RunPool, { fresh }: DesignChecks): CaseProver["run"] {
  const cache = runCache(join(config.root, ".holdout", "proofs"), simulatorVersion());
  let [begun, done] = [0, 0];
  return async ({ slug, name, text, seed }, { world }) => {
    const known = fresh ? undefined : cache.find({ text, world, seed });
    if (known) return known;
    begun++;
    const outcome = await pool.run({ text, world, seed });
    cache.keep({ text, world, seed }, outcome);
    const missed = outcome.missed.map(({ id }) => id).join(", ");
    done++;
    console.error(
      `${done} of ${begun} runs  ${slug}/${name}, seed ${seed}: ${missed ? `misses ${missed}` : "meets every objective"}`,
    );
    return outcome;
  };
}

function foldersOf(path: string): string[] {
  const full = resolve(path);
  return basename(full) === "designs" ? caseFolders(dirname(full)) : [full];
}

/** Faults of the bank as a whole: unknown skills and roles, ids used twice. */
function otherFaults(contentDir: string, told: Failed[]): Failed[] {
  const said = new Set(told.flatMap(({ reasons }) => reasons));
  const faults = loadCases(contentDir, loadBank(contentDir)).faults.map(describeFault);
  const rest = faults.filter((fault) => !said.has(fault));
  return rest.length === 0 ? [] : [{ id: "bank", reasons: rest }];
}
