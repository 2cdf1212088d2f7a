import { createHash } from "node:crypto";
import { availableParallelism } from "node:os";
import { basename, dirname, resolve } from "node:path";
import type { Config } from "../../config.ts";
import {
  type CaseProof,
  type CaseProver,
  caseFolders,
  loadCases,
  proveCase,
  provePrompts,
  type RunOutcome,
  RunPool,
  readCaseFolder,
  readPrompts,
  simulatorVersion,
} from "../../features/design/index.ts";
import { loadBank } from "../../shared/content/bank.ts";
import { describeFault } from "../../shared/content/content-fault.ts";
import { openGrader } from "../../shared/grader/open-grader.ts";
import { type Asked, type Checked, failingOf, otherFaults, skippedUngraded } from "./checked.ts";

const MOST_THREADS = 2;
const SEEDS = 30;

/** Proves design cases, folders of them; without any, all of the bank. */
export async function checkDesigns(config: Config, paths: string[], asked: Asked): Promise<Checked> {
  const folders = paths.length > 0 ? paths.flatMap(foldersOf) : caseFolders(config.contentDir);
  const read = folders.map((folder) => ({ folder, id: basename(folder), read: readCaseFolder(folder) }));
  const unread = read.flatMap(({ folder, id, read }) =>
    read.ok ? [] : [{ folder, id, reasons: read.faults.map(describeFault) }],
  );
  const bankFaults =
    paths.length > 0 ? [] : otherFaults(loadCases(config.contentDir, loadBank(config.contentDir)).faults, unread);
  const cases = read.flatMap(({ read }) => (read.ok ? [read.value] : []));
  const grader = openGrader(config.encoderDir, { threads: availableParallelism() });
  const pool = new RunPool(Math.min(MOST_THREADS, availableParallelism()));
  const proofs: CaseProof[] = [];
  try {
    if (cases.length > 0 && grader.engine === "lexical")
      return skippedUngraded("designs", { items: folders.length, failed: [...unread, ...bankFaults] });
    const prover: CaseProver = {
      grade: grader.gradeAnswer,
      seeds: asked.seeds ?? SEEDS,
      run: cachedRuns(pool, asked),
    };
    for (const each of cases) proofs.push(await proveCase(each, prover));
    // a case that is being written: its prompts can be told of before its files are complete
    for (const each of unread) each.reasons.push(...(await promptReasons(each.folder, prover)));
  } finally {
    pool.close();
    await grader.close();
  }
  const runs = proofs.reduce((sum, proof) => sum + proof.runs, 0);
  return {
    items: folders.length,
    failed: [...unread.map(({ id, reasons }) => ({ id, reasons })), ...bankFaults, ...failingOf(proofs)],
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
function cachedRuns(pool: RunPool, { proofs: kept }: Asked): CaseProver["run"] {
  const simulator = simulatorVersion();
  let [begun, done] = [0, 0];
  return async ({ slug, name, text, seed }, { world }) => {
    // by what is run and what runs it: a case whose texts changed need not run again
    const hash = createHash("sha256")
      .update(`${simulator}\0${text}\0${JSON.stringify(world)}`)
      .digest("hex");
    const run = `run-${hash.slice(0, 24)}-${seed}`;
    const known = kept.find<RunOutcome>(run);
    if (known) return known;
    begun++;
    const outcome = await pool.run({ text, world, seed });
    kept.keep(run, outcome);
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
