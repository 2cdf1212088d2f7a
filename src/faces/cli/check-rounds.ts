import { statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { Config } from "../../config.ts";
import { loadBank } from "../../shared/content/bank.ts";
import { describeFault } from "../../shared/content/content-fault.ts";
import { loadScripts, readScript, scriptFaults, scriptFiles } from "../../shared/content/round-bank.ts";
import { yamlFiles } from "../../shared/content/yaml-items.ts";
import { engineOf } from "../../shared/grader/open-grader.ts";
import { proveScript } from "../../shared/grader/rubric/prove-script.ts";
import { type Asked, type Checked, failingOf, otherFaults, skippedUngraded } from "./checked.ts";
import { proveSideBySide } from "./prove-side-by-side.ts";

const PROVER = "src/shared/grader/rubric/prove-script.ts";

/** Proves scripts of rounds, files or folders of them; without any, all of the bank. */
export async function checkRounds(config: Config, paths: string[], { proofs: kept }: Asked): Promise<Checked> {
  const files = paths.length > 0 ? paths.flatMap(filesOf) : scriptFiles(join(config.contentDir, "rounds"));
  const bank = loadBank(config.contentDir);
  const read = files.map((path) => ({ id: basename(path, ".yaml"), read: readScript(path) }));
  const unread = read.flatMap(({ id, read }) => (read.ok ? [] : [{ id, reasons: read.faults.map(describeFault) }]));
  const items = read.flatMap(({ read }) => (read.ok ? [read.value] : []));
  const faults =
    paths.length > 0 ? items.flatMap((item) => scriptFaults(item, bank)) : loadScripts(config.contentDir, bank).faults;
  const failed = [...unread, ...otherFaults(faults, unread)];
  if (items.length > 0 && engineOf(config.encoderDir) === "lexical")
    return skippedUngraded("rounds", { items: files.length, failed });
  const proofs = await proveSideBySide(items, { config, proofs: kept, prove: proveScript, from: PROVER });
  const mean = (name: "strong" | "partial" | "wrong") =>
    proofs.reduce((sum, { scores }) => sum + scores[name], 0) / Math.max(1, proofs.length);
  const means = { strong: mean("strong"), partial: mean("partial"), wrong: mean("wrong") };
  return {
    items: files.length,
    failed: [...failed, ...failingOf(proofs)],
    skipped: [],
    totals: { mean: means, perScript: proofs.map(({ slug, scores }) => ({ id: slug, ...scores })) },
    says: `means of strong ${means.strong.toFixed(2)}, partial ${means.partial.toFixed(2)}, wrong ${means.wrong.toFixed(2)}`,
  };
}

function filesOf(path: string): string[] {
  const full = resolve(path);
  if (!statSync(full).isDirectory()) return [full];
  return basename(full) === "rounds" ? scriptFiles(full) : yamlFiles(full);
}
