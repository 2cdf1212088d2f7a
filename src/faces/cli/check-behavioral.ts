import { statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import type { Config } from "../../config.ts";
import { type CompetencyProof, proveCompetency } from "../../features/stories/index.ts";
import { loadBank } from "../../shared/content/bank.ts";
import { loadPrompts, promptFaults, readPrompt } from "../../shared/content/behavioral-bank.ts";
import { COMPETENCIES_FILE, loadCompetencies } from "../../shared/content/competencies.ts";
import type { Competency } from "../../shared/content/competency.ts";
import { describeFault } from "../../shared/content/content-fault.ts";
import type { Known } from "../../shared/content/references.ts";
import { yamlFiles } from "../../shared/content/yaml-items.ts";
import { openGrader } from "../../shared/grader/open-grader.ts";
import { type Checked, failingOf, otherFaults, skippedUngraded } from "./checked.ts";

/** Proves behavioral prompts and the competencies that they ask for; without paths all of the bank. */
export async function checkBehavioral(config: Config, paths: string[]): Promise<Checked> {
  const bank = loadBank(config.contentDir);
  const isCompetencies = (path: string) => basename(path) === COMPETENCIES_FILE;
  const prompts = checkPrompts(
    config,
    bank,
    paths.length === 0 ? "all" : paths.flatMap(filesOf).filter((path) => !isCompetencies(path)),
  );
  const folders =
    paths.length === 0 ? [config.contentDir] : paths.filter(isCompetencies).map((path) => dirname(resolve(path)));
  const banks = folders.map((folder) => loadCompetencies(folder, bank.skills));
  const competencies = banks.flatMap((each) => each.competencies);
  const failed = [
    ...prompts.failed,
    ...otherFaults(
      banks.flatMap(({ faults }) => faults),
      [],
    ),
  ];
  const items = prompts.count + competencies.length;
  const proofs = await proofsOf(config, competencies);
  if (proofs === "no-encoder") return skippedUngraded("behavioral", { items, failed });
  return {
    items,
    failed: [...failed, ...failingOf(proofs.map(({ id, reasons }) => ({ slug: id, reasons })))],
    skipped: [],
    totals: { prompts: prompts.count, levels: Object.fromEntries(proofs.map(({ id, levels }) => [id, levels])) },
    says: `${prompts.count} prompts, ${proofs.length} competencies`,
  };
}

async function proofsOf(
  config: Config,
  competencies: readonly Competency[],
): Promise<CompetencyProof[] | "no-encoder"> {
  if (competencies.length === 0) return [];
  const grader = openGrader(config.encoderDir, { threads: availableParallelism() });
  try {
    if (grader.engine === "lexical") return "no-encoder";
    const proofs: CompetencyProof[] = [];
    for (const competency of competencies) proofs.push(await proveCompetency(competency, grader));
    return proofs;
  } finally {
    await grader.close();
  }
}

function checkPrompts(config: Config, bank: Known, asked: "all" | string[]) {
  const files = asked === "all" ? yamlFiles(join(config.contentDir, "behavioral")) : asked;
  const read = files.map((path) => ({ id: basename(path, ".yaml"), read: readPrompt(path) }));
  const unread = read.flatMap(({ id, read }) => (read.ok ? [] : [{ id, reasons: read.faults.map(describeFault) }]));
  const items = read.flatMap(({ read }) => (read.ok ? [read.value] : []));
  const faults =
    asked === "all" ? loadPrompts(config.contentDir, bank).faults : items.flatMap((item) => promptFaults(item, bank));
  return { count: files.length, failed: [...unread, ...otherFaults(faults, unread)] };
}

function filesOf(path: string): string[] {
  const full = resolve(path);
  return statSync(full).isDirectory() ? yamlFiles(full) : [full];
}
