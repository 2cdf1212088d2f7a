import { statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { Config } from "../../config.ts";
import { type DrillProof, proveDrill } from "../../features/explain/index.ts";
import { loadBank } from "../../shared/content/bank.ts";
import { describeFault } from "../../shared/content/content-fault.ts";
import { loadDrills, readDrill } from "../../shared/content/explain-bank.ts";
import { referenceFaults } from "../../shared/content/references.ts";
import { yamlFiles } from "../../shared/content/yaml-items.ts";
import { engineOf } from "../../shared/grader/open-grader.ts";
import { type Asked, type Checked, failingOf, otherFaults, skippedUngraded } from "./checked.ts";
import { proveSideBySide } from "./prove-side-by-side.ts";

const SAMPLES = ["strong", "partial", "wrong", "reference"] as const;

const PROVER = "src/features/explain/prove/prove-drill.ts";

/** Proves explain drills, files or folders of them; without any, all of the bank. */
export async function checkExplain(config: Config, paths: string[], { proofs: kept }: Asked): Promise<Checked> {
  const files = paths.length > 0 ? paths.flatMap(filesOf) : yamlFiles(join(config.contentDir, "explain"));
  const bank = loadBank(config.contentDir);
  const read = files.map((path) => ({ id: basename(path, ".yaml"), read: readDrill(path) }));
  const unread = read.flatMap(({ id, read }) => (read.ok ? [] : [{ id, reasons: read.faults.map(describeFault) }]));
  const items = read.flatMap(({ read }) => (read.ok ? [read.value] : []));
  const references = items.flatMap(({ path, drill }) => referenceFaults(path, drill, bank));
  const faults = paths.length > 0 ? references : loadDrills(config.contentDir, bank).faults;
  const failed = [...unread, ...otherFaults(faults, unread)];
  if (items.length > 0 && engineOf(config.encoderDir) === "lexical")
    return skippedUngraded("explain", { items: files.length, failed });
  const proofs = await proveSideBySide(items, { config, proofs: kept, prove: proveDrill, from: PROVER });
  const totals = totalsOf(proofs);
  const means = SAMPLES.map((name) => `${name} ${totals.mean[name].toFixed(2)}`).join(", ");
  return {
    items: files.length,
    failed: [...failed, ...failingOf(proofs)],
    skipped: [],
    totals,
    says: `means of ${means}`,
  };
}

function filesOf(path: string): string[] {
  const full = resolve(path);
  return statSync(full).isDirectory() ? yamlFiles(full) : [full];
}

function totalsOf(proofs: DrillProof[]) {
  const all = proofs.flatMap(({ scores }) => scores);
  const mean = (name: (typeof SAMPLES)[number]) =>
    all.reduce((sum, { scores }) => sum + scores[name], 0) / Math.max(1, all.length);
  return {
    mean: { strong: mean("strong"), partial: mean("partial"), wrong: mean("wrong"), reference: mean("reference") },
    perDrill: proofs.map(({ slug, scores }) => ({
      id: slug,
      audiences: Object.fromEntries(scores.map(({ audience, scores: given }) => [audience, given])),
    })),
  };
}
