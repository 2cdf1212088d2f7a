import { statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, resolve } from "node:path";
import { openJudge } from "../../app.ts";
import type { Config } from "../../config.ts";
import { type AssistedProof, proveAssisted } from "../../features/coding/index.ts";
import {
  type AssistedItem,
  assistedFaults,
  assistedFiles,
  loadAssisted,
  readAssisted,
} from "../../shared/content/assisted-bank.ts";
import { type Bank, loadBank } from "../../shared/content/bank.ts";
import { describeFault } from "../../shared/content/content-fault.ts";
import { yamlFiles } from "../../shared/content/yaml-items.ts";
import { openGrader } from "../../shared/grader/open-grader.ts";
import { type Checked, failingOf, otherFaults, type Skipped, skippedUngraded } from "./checked.ts";

/** Proves scripts of assistants, files or folders of them; without any, all of the bank. */
export async function checkAssisted(config: Config, paths: string[]): Promise<Checked> {
  const files = paths.length > 0 ? paths.flatMap(filesOf) : assistedFiles(config.contentDir);
  const bank = loadBank(config.contentDir);
  const read = files.map((path) => ({ id: basename(path, ".yaml"), read: readAssisted(path) }));
  const unread = read.flatMap(({ id, read }) => (read.ok ? [] : [{ id, reasons: read.faults.map(describeFault) }]));
  const items = read.flatMap(({ read }) => (read.ok ? [read.value] : []));
  const faults =
    paths.length > 0
      ? items.flatMap((item) => assistedFaults(item, bank))
      : loadAssisted(config.contentDir, bank).faults;
  const failed = [...unread, ...otherFaults(faults, unread)];
  const { proofs, skipped, isGraded } = await proveAll(config, items, bank);
  if (!isGraded) return skippedUngraded("assisted", { items: files.length, failed });
  const sum = (of: (proof: AssistedProof) => number) => proofs.reduce((total, proof) => total + of(proof), 0);
  const requests = { right: sum(({ right }) => right), of: sum(({ of }) => of) };
  return {
    items: files.length,
    failed: [...failed, ...failingOf(proofs)],
    skipped,
    totals: { requests, perScript: proofs.map(({ slug, right, of }) => ({ id: slug, right, of })) },
    says: `${requests.right} of ${requests.of} requests are understood`,
  };
}

type Proven = { proofs: AssistedProof[]; skipped: Skipped[]; isGraded: boolean };

async function proveAll(config: Config, items: readonly AssistedItem[], bank: Bank): Promise<Proven> {
  const grader = openGrader(config.encoderDir, { threads: availableParallelism() });
  const judge = openJudge(config, availableParallelism());
  try {
    if (items.length > 0 && grader.engine === "lexical") return { proofs: [], skipped: [], isGraded: false };
    judge.start();
    const { tiers } = await judge.whenKnown();
    const proofs: AssistedProof[] = [];
    const skipped: Skipped[] = [];
    for (const item of items) {
      const problem = bank.problems.find(({ slug }) => slug === item.script.problem);
      if (!problem) continue; // told among the faults
      if (tiers.includes(problem.item.tier)) proofs.push(await proveAssisted({ judge, grader }, item, problem));
      else skipped.push({ id: item.slug, reason: `${problem.item.tier} is not installed here` });
    }
    return { proofs, skipped, isGraded: true };
  } finally {
    judge.close();
    await grader.close();
  }
}

function filesOf(path: string): string[] {
  const full = resolve(path);
  return statSync(full).isDirectory() ? yamlFiles(full) : [full];
}
