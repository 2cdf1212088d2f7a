// npm run train:rubric: learns from the bank's own answers when a criterion is met, and says how well on unseen questions.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readConfig } from "../../src/config.ts";
import { questionFiles, readQuestion } from "../../src/shared/content/question-bank.ts";
import { readScript, scriptFiles } from "../../src/shared/content/round-bank.ts";
import { claimReader, LONGEST_COMPARED } from "../../src/shared/grader/rubric/claims.ts";
import { CRITERION_FEATURES } from "../../src/shared/grader/rubric/criterion-features.ts";
import type { LearnedRubric } from "../../src/shared/grader/rubric/learned-rubric.ts";
import { openCrossEncoder } from "../../src/shared/models/encoder/cross-encoder.ts";
import type { CrossParameters, LowRankParameters } from "../../src/shared/models/encoder/low-rank-update.ts";
import { openMiniLm } from "../../src/shared/models/encoder/minilm.ts";
import { remembering } from "../../src/shared/models/encoder/remembering.ts";
import { labelledAnswers, labelledParts, labelledSpoken, type RubricRow, rubricRows } from "./rubric-rows.ts";
import { runPython } from "./run-python.ts";

const WEIGHTS: Record<string, number> = {
  strong: 6,
  partial: 6,
  wrong: 6,
  "fresh strong": 5,
  "fresh average": 4,
  "fresh wrong": 4,
  composed: 1.5,
  denied: 2,
  turned: 0.6,
  "talked around": 0.6,
  "spoken said": 2,
  "spoken wrong": 2,
  "spoken empty": 2,
  "spoken thin": 1,
  "spoken mixed": 2,
};

const { values } = parseArgs({ options: { content: { type: "string" } } });
const config = readConfig();
if (!config.ok) throw new Error(config.reason);
const { root, python, encoderDir } = config.value;
const parameters = join(root, "src", "shared", "grader", "parameters");
const bank = questionFiles(values.content ?? config.value.contentDir).flatMap((path) => {
  const read = readQuestion(path);
  return read.ok ? [read.value] : [];
});
const scripts = scriptFiles(join(values.content ?? config.value.contentDir, "rounds")).flatMap((path) => {
  const read = readScript(path);
  return read.ok ? [read.value] : [];
});
console.log(`${bank.length} questions, ${scripts.length} scripts of talks`);
const encoder = remembering(await openMiniLm(encoderDir, 2, readParameters("rubric-encoder")), 400);
const claims = readParameters<CrossParameters>("rubric-claims");
const cross = await openCrossEncoder(encoderDir, claims, { threads: 2, longest: LONGEST_COMPARED });
if (!cross) throw new Error("the model file is not the one that the reader of claims was trained for");
const nothing = { encoder: undefined, claims: undefined };
for (const engine of ["lexical", "embedded"] as const) {
  const models = engine === "embedded" ? { encoder, claims: claimReader(cross) } : nothing;
  // words alone cannot tell a wrong relation from a right one
  const spoken = engine === "embedded" ? labelledSpoken(bank, scripts) : [];
  const answers = [...labelledAnswers(bank), ...labelledParts(scripts), ...spoken];
  const rows = await rubricRows(answers, models);
  const { criterion, crossed } = await fitRubric(rows);
  tell(engine, rows, crossed);
  const learned: LearnedRubric = { features: [...CRITERION_FEATURES], criterion };
  writeFileSync(join(parameters, `rubric-${engine}.json`), `${JSON.stringify(learned)}\n`);
}
await encoder.close();
await cross.close();

function readParameters<T extends LowRankParameters>(name: string): T {
  return JSON.parse(readFileSync(join(parameters, `${name}.json`), "utf8"));
}

type Fitted = Pick<LearnedRubric, "criterion"> & { crossed: number[] };

function fitRubric(rows: RubricRow[]): Promise<Fitted> {
  return runPython<Fitted>(python, "fit_rubric.py", {
    features: rows.map(({ features }) => features),
    label: rows.map(({ label }) => label),
    group: rows.map(({ group }) => group),
    weight: rows.map(({ kind }) => WEIGHTS[kind] ?? 1),
  });
}

function tell(engine: string, rows: RubricRow[], crossed: number[]): void {
  console.log(`${engine}: ${rows.length} rows`);
  for (const [kind, own] of Map.groupBy(
    rows.map((row, at) => ({ ...row, p: crossed[at] ?? 0 })),
    ({ kind, label }) => `${kind} ${label}`,
  )) {
    const mean = own.reduce((sum, { p }) => sum + p, 0) / own.length;
    const right = own.filter(({ p, label }) => p >= 0.5 === (label === 1)).length / own.length;
    console.log(`  ${kind}: ${own.length} rows, mean ${mean.toFixed(3)}, right ${(100 * right).toFixed(1)} %`);
  }
}
