import { availableParallelism } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { openJudge } from "../../app.ts";
import type { Config } from "../../config.ts";
import { graderVersion, type Proof, proveProblem } from "../../features/coding/index.ts";
import { loadBank, slugsIn } from "../../shared/content/bank.ts";
import { type CodingProblem, readCodingFolder } from "../../shared/content/coding-folder.ts";
import { type ContentFault, describeFault } from "../../shared/content/content-fault.ts";
import { type Command, type ExitCode, UsageError } from "./command.ts";
import { configOrUsage } from "./configuration.ts";
import { proofCache } from "./proof-cache.ts";

type Failed = { id: string; reasons: string[] };
type Report = { items: number; failed: Failed[]; coding: ReturnType<typeof codingTotals> };

export const command: Command = {
  options: { kind: { type: "string" }, fresh: { type: "boolean" } },
  async run({ positionals, values }) {
    if (values.kind !== undefined && values.kind !== "coding") {
      throw new UsageError(`There is no kind "${values.kind}" in this bank; there is "coding".`);
    }
    const config = configOrUsage();
    const folders = positionals.length > 0 ? foldersOf(positionals) : bankFolders(config.contentDir);
    const read = folders.map((folder) => ({ folder, read: readCodingFolder(folder) }));
    const problems = read.flatMap(({ read }) => (read.ok ? [read.value] : []));
    const unread = read.flatMap(({ folder, read }) =>
      read.ok ? [] : [{ id: basename(folder), reasons: read.faults.map(describeFault) }],
    );
    const bankFaults = positionals.length > 0 ? [] : otherFaults(loadBank(config.contentDir).faults, unread);
    const proofs = await proveAll(config, problems, { fresh: values.fresh === true });
    const failing = proofs
      .filter((proof) => proof.reasons.length > 0)
      .map(({ slug, reasons }) => ({ id: slug, reasons }));
    const failed = [...unread, ...bankFaults, ...failing];
    return report({ items: folders.length, failed, coding: codingTotals(proofs) }, values.json === true);
  },
};

function bankFolders(contentDir: string): string[] {
  return slugsIn(contentDir).map((slug) => join(contentDir, "coding", slug));
}

function foldersOf(paths: string[]): string[] {
  return paths
    .map((path) => resolve(path))
    .flatMap((path) => (basename(path) === "coding" ? bankFolders(dirname(path)) : [path]));
}

/** Faults of the bank as a whole: unknown skills and roles, ids used twice. */
function otherFaults(faults: ContentFault[], told: Failed[]): Failed[] {
  const said = new Set(told.flatMap(({ reasons }) => reasons));
  const rest = faults.map(describeFault).filter((fault) => !said.has(fault));
  return rest.length === 0 ? [] : [{ id: "bank", reasons: rest }];
}

async function proveAll(config: Config, problems: CodingProblem[], { fresh }: { fresh: boolean }): Promise<Proof[]> {
  const cache = proofCache(join(config.root, ".holdout", "proofs"), graderVersion(config.judgeDir));
  const known = problems.map((problem) => (fresh ? undefined : cache.find(problem)));
  if (known.every((proof) => proof !== undefined)) return known;
  const judge = openJudge(config, availableParallelism());
  let done = 0;
  const prove = async (problem: CodingProblem, at: number): Promise<Proof> => {
    const proof = known[at] ?? (await proveProblem(judge, problem));
    if (proof.reasons.length === 0) cache.keep(problem, proof);
    done++;
    const rate = (100 * proof.coding.killRate).toFixed(1);
    console.error(
      `${done} of ${problems.length}  ${proof.reasons.length === 0 ? "✓" : "✕"} ${proof.slug} (${rate} % of mutants rejected)`,
    );
    return proof;
  };
  try {
    return await inOrder(problems, prove);
  } finally {
    judge.close();
  }
}

// One problem after another: each keeps every supervisor busy with its mutants, and growth is measured with company.
async function inOrder<T, R>(items: T[], work: (item: T, at: number) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const [at, item] of items.entries()) results.push(await work(item, at));
  return results;
}

function codingTotals(proofs: Proof[]) {
  const sum = (key: "mutants" | "killed" | "equivalent") =>
    proofs.reduce((total, { coding }) => total + coding[key], 0);
  const [mutants, killed, equivalent] = [sum("mutants"), sum("killed"), sum("equivalent")];
  return {
    mutants,
    killed,
    equivalent,
    survived: mutants - killed - equivalent,
    killRate: mutants === equivalent ? 1 : killed / (mutants - equivalent),
    perProblem: proofs.map(({ slug, coding }) => ({ id: slug, ...coding })),
  };
}

function report(said: Report, json: boolean): ExitCode {
  if (json) console.log(JSON.stringify(said));
  else {
    for (const { id, reasons } of said.failed)
      console.log(`✕ ${id}\n${reasons.map((reason) => `    ${reason}`).join("\n")}`);
    const rate = (100 * said.coding.killRate).toFixed(1);
    console.log(
      `${said.items - said.failed.length} of ${said.items} items proven; ${rate} % of ${said.coding.mutants} mutants rejected`,
    );
  }
  return said.failed.length === 0 ? 0 : 1;
}
