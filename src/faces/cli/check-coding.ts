import { availableParallelism } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { openJudge } from "../../app.ts";
import type { Config } from "../../config.ts";
import { graderVersion, type Proof, proveProblem } from "../../features/coding/index.ts";
import { mapAtMost } from "../../lib/map-at-most.ts";
import { loadBank, slugsIn } from "../../shared/content/bank.ts";
import { type CodingProblem, readCodingFolder, readTorchVariant } from "../../shared/content/coding-folder.ts";
import { describeFault } from "../../shared/content/content-fault.ts";
import { torchSlug } from "../../shared/content/torch-variant.ts";
import { type Asked, type Checked, failingOf, otherFaults, type Skipped } from "./checked.ts";
import { sourceVersion } from "./source-version.ts";

const PROVER = { modules: ["src/features/coding/prove/prove-problem.ts"], files: ["judge/requirements.txt"] };

/** Proves problem folders; without any, all of the bank. */
export async function checkCoding(config: Config, paths: string[], asked: Asked): Promise<Checked> {
  const folders = paths.length > 0 ? foldersOf(paths) : bankFolders(config.contentDir);
  const read = folders.flatMap(readWithVariant);
  const problems = read.flatMap(({ read }) => (read.ok ? [read.value] : []));
  const unread = read.flatMap(({ id, read }) => (read.ok ? [] : [{ id, reasons: read.faults.map(describeFault) }]));
  const bankFaults = paths.length > 0 ? [] : otherFaults(loadBank(config.contentDir).faults, unread);
  const { proofs, skipped } = await proveAll(config, problems, asked);
  const totals = codingTotals(proofs);
  const rate = (100 * totals.killRate).toFixed(1);
  return {
    items: read.length,
    failed: [...unread, ...bankFaults, ...failingOf(proofs)],
    skipped,
    totals,
    says: `${rate} % of ${totals.mutants} mutants rejected`,
  };
}

function bankFolders(contentDir: string): string[] {
  return slugsIn(contentDir).map((slug) => join(contentDir, "coding", slug));
}

/** A problem and, where it has one, its PyTorch variant. */
function readWithVariant(folder: string) {
  const read = readCodingFolder(folder);
  const variant = read.ok ? readTorchVariant(read.value) : undefined;
  const id = basename(folder);
  return [{ id, read }, ...(variant ? [{ id: torchSlug(id), read: variant }] : [])];
}

function foldersOf(paths: string[]): string[] {
  return paths
    .map((path) => resolve(path))
    .flatMap((path) => (basename(path) === "coding" ? bankFolders(dirname(path)) : [path]));
}

type Proven = { proofs: Proof[]; skipped: Skipped[] };

async function proveAll(config: Config, problems: CodingProblem[], { proofs: kept }: Asked): Promise<Proven> {
  const prover = `${graderVersion(config.judgeDir)}-${sourceVersion(config.root, PROVER)}`;
  const nameOf = ({ slug, version }: CodingProblem) => `${slug}-${version}-${prover}`;
  const known = new Map(problems.map((problem) => [problem, kept.find<Proof>(nameOf(problem))]));
  const open = problems.filter((problem) => !known.get(problem));
  if (open.length === 0) return { proofs: [...known.values()].flatMap((proof) => proof ?? []), skipped: [] };
  const judge = openJudge(config, availableParallelism());
  let done = problems.length - open.length;
  const prove = async (problem: CodingProblem): Promise<Proof> => {
    const started = performance.now();
    const proof = await proveProblem(judge, problem);
    if (proof.reasons.length === 0) kept.keep(nameOf(problem), proof);
    done++;
    const { killRate, mutants } = proof.coding;
    const seconds = (performance.now() - started) / 1000;
    const says = `${(100 * killRate).toFixed(1)} % of ${mutants} mutants rejected, ${seconds.toFixed(1)} s`;
    const mark = proof.reasons.length === 0 ? "✓" : "✕";
    console.error(`${done} of ${problems.length}  ${mark} ${proof.slug} (${says})`);
    return proof;
  };
  try {
    judge.start();
    const { tiers } = await judge.whenKnown();
    const lacking = open.filter(({ item }) => !tiers.includes(item.tier));
    const provable = open.filter((problem) => !lacking.includes(problem));
    done += lacking.length;
    // One after another: each keeps every supervisor busy with its mutants, and growth is measured with company.
    const fresh = new Map((await mapAtMost(provable, 1, prove)).map((proof) => [proof.slug, proof]));
    return {
      proofs: problems.flatMap((problem) => known.get(problem) ?? fresh.get(problem.slug) ?? []),
      skipped: lacking.map(({ slug, item }) => ({ id: slug, reason: `${item.tier} is not installed here` })),
    };
  } finally {
    judge.close();
  }
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
