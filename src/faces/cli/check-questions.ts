import { statSync } from "node:fs";
import { basename, resolve } from "node:path";
import type { Config } from "../../config.ts";
import { proveQuestion, type QuestionProof } from "../../features/recall/index.ts";
import { loadBank } from "../../shared/content/bank.ts";
import { describeFault } from "../../shared/content/content-fault.ts";
import { loadQuestions, questionFiles, questionFilesIn, readQuestion } from "../../shared/content/question-bank.ts";
import { engineOf } from "../../shared/grader/open-grader.ts";
import { type Asked, type Checked, failingOf, otherFaults, skippedUngraded } from "./checked.ts";
import { proveSideBySide } from "./prove-side-by-side.ts";

const PROVER = "src/features/recall/prove/prove-question.ts";

/** Proves questions, files or folders of them; without any, all of the bank. */
export async function checkQuestions(config: Config, paths: string[], { proofs: kept }: Asked): Promise<Checked> {
  const files = paths.length > 0 ? paths.flatMap(filesOf) : questionFiles(config.contentDir);
  const read = files.map((path) => ({ id: basename(path, ".yaml"), read: readQuestion(path) }));
  const unread = read.flatMap(({ id, read }) => (read.ok ? [] : [{ id, reasons: read.faults.map(describeFault) }]));
  const bankFaults =
    paths.length > 0 ? [] : otherFaults(loadQuestions(config.contentDir, loadBank(config.contentDir)).faults, unread);
  const items = read.flatMap(({ read }) => (read.ok ? [read.value] : []));
  if (items.length > 0 && engineOf(config.encoderDir) === "lexical")
    return skippedUngraded("questions", { items: files.length, failed: [...unread, ...bankFaults] });
  const proofs = await proveSideBySide(items, { config, proofs: kept, prove: proveQuestion, from: PROVER });
  const totals = totalsOf(proofs);
  const { strong, partial, wrong } = totals.mean;
  return {
    items: files.length,
    failed: [...unread, ...bankFaults, ...failingOf(proofs)],
    skipped: [],
    totals,
    says: `means of strong ${strong.toFixed(2)}, partial ${partial.toFixed(2)}, wrong ${wrong.toFixed(2)}`,
  };
}

function filesOf(path: string): string[] {
  const full = resolve(path);
  return statSync(full).isDirectory() ? questionFilesIn(full) : [full];
}

function totalsOf(proofs: QuestionProof[]) {
  const mean = (name: "strong" | "partial" | "wrong") =>
    proofs.reduce((sum, { scores }) => sum + scores[name], 0) / Math.max(1, proofs.length);
  return {
    mean: { strong: mean("strong"), partial: mean("partial"), wrong: mean("wrong") },
    perQuestion: proofs.map(({ slug, scores }) => ({ id: slug, ...scores })),
  };
}
