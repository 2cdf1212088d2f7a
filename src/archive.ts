import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import type { App } from "./app.ts";
import { readExportedDesigns } from "./features/design/index.ts";
import { readExportedRecall } from "./features/recall/index.ts";
import { failed, ok, type Result } from "./lib/result.ts";
import { exportEvidence, readExportedEvidence } from "./shared/evidence/archive.ts";
import { appendEvidence } from "./shared/evidence/log.ts";

type Archivable = Pick<App, "config" | "clock" | "store" | "coding" | "recall" | "design">;
export type Archived = { problems: number; questions: number; designs: number; evidence: number };

const MANIFEST = "holdout.json";
const FORMAT = 1;
const Manifest = z.object({ format: z.number(), version: z.string(), exportedAt: z.string() });

/** Writes everything to an open folder. It is complete or it is not there: a copy that breaks off leaves the old one. */
export async function exportEverything(app: Archivable, folder: string): Promise<Result<Archived, string>> {
  if (existsSync(folder) && !existsSync(join(folder, MANIFEST)) && (await readdir(folder)).length > 0) {
    return failed(`${folder} is not empty and is no earlier export. Name a new folder.`);
  }
  const partial = `${folder}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(dirname(folder), { recursive: true });
  await mkdir(partial, { mode: 0o700 });
  const problems = await app.coding.exportTo(join(partial, "coding"));
  const questions = await app.recall.exportTo(join(partial, "recall"));
  const designs = await app.design.exportTo(join(partial, "design"));
  const evidence = await exportEvidence(app.store.db, partial);
  const manifest = { format: FORMAT, version: app.config.version, exportedAt: app.clock().toISOString() };
  await writeFile(join(partial, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
  await writeFile(join(partial, "README.md"), README);
  const old = `${folder}.old`;
  if (existsSync(folder)) await rename(folder, old);
  await rename(partial, folder);
  await rm(old, { recursive: true, force: true });
  return ok({ problems, questions, designs, evidence });
}

/** Brings an exported folder back, beside what is there. Doing it twice changes nothing. */
export async function importEverything(app: Archivable, folder: string): Promise<Result<Archived, string[]>> {
  const manifest = await readManifest(folder);
  if (!manifest.ok) return failed([manifest.reason]);
  const evidence = await readExportedEvidence(folder);
  if (!evidence.ok) return failed([evidence.reason]);
  const answers = await readExportedRecall(join(folder, "recall"));
  if (!answers.ok) return answers;
  const attempts = await readExportedDesigns(join(folder, "design"));
  if (!attempts.ok) return attempts;
  const problems = await app.coding.importFrom(join(folder, "coding"));
  if (!problems.ok) return problems;
  await app.recall.restore(answers.value.flat());
  await app.design.restore(attempts.value.flat());
  await app.store.db.transaction().execute((transaction) => appendEvidence(transaction, evidence.value));
  return ok({
    problems: problems.value,
    questions: answers.value.length,
    designs: attempts.value.length,
    evidence: evidence.value.length,
  });
}

async function readManifest(folder: string): Promise<Result<true, string>> {
  const path = join(folder, MANIFEST);
  if (!existsSync(path)) return failed(`${folder} is no export of Holdout: it has no ${MANIFEST}.`);
  try {
    const { format } = Manifest.parse(JSON.parse(await readFile(path, "utf8")));
    return format === FORMAT ? ok(true) : failed(`${path}: format ${format}; this version reads format ${FORMAT}.`);
  } catch {
    return failed(`${path} is not readable as a manifest.`);
  }
}

const README = `# Everything you did in Holdout

- \`coding/<problem>.md\`: drafts and submissions with their verdicts, to read
- \`coding/<problem>.json\`: the same as data; this is what \`holdout import\` reads
- \`recall/<question>.md\` and \`.json\`: answers with their grades, in the same two forms
- \`design/<case>.md\` and \`.json\`: attempts with what was asked, estimated, drawn, run and answered, and their scorecards
- \`evidence.json\`: the log from which readiness is computed, oldest first
- \`holdout.json\`: the format of this folder

\`npm run -s holdout -- import FOLDER\` brings it back, on this machine or another. Importing twice changes nothing.
`;
