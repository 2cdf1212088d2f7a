// npm run train:grader -- [--data DIR]: learns the parameters of both engines from what people have graded.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readConfig } from "../../src/config.ts";
import { fillQuestion } from "../../src/shared/content/fill-question.ts";
import { questionFiles, readQuestion } from "../../src/shared/content/question-bank.ts";
import type { Learned } from "../../src/shared/grader/learned.ts";
import { featureNames } from "../../src/shared/grader/row-features.ts";
import { wordsOf } from "../../src/shared/grader/text-view.ts";
import { learnWordOrder } from "../../src/shared/grader/word-order.ts";
import { openMiniLm } from "../../src/shared/models/encoder/minilm.ts";
import { fitTrees } from "./fit.ts";
import { dataFolder, type GradedRow, readSets } from "./human-graded.ts";
import { featuresOf } from "./seen-rows.ts";
import { spoiled } from "./spoiled.ts";

const LEAST_PAIRS = 3;

const { values } = parseArgs({ options: { data: { type: "string" }, "word-order-only": { type: "boolean" } } });
const config = readConfig();
if (!config.ok) throw new Error(config.reason);
const { root, python, contentDir } = config.value;
const folder = dataFolder(root, values.data);
if (folder === undefined) throw new Error("The graded sets are missing. Name their folder: --data DIR");

const parameters = join(root, "src", "shared", "grader", "parameters");
const handedIn = readSets(folder).filter(({ part }) => part === "train");
writeFileSync(join(parameters, "word-order.json"), `${JSON.stringify(wordOrderOf(handedIn))}\n`);
if (values["word-order-only"]) process.exit();
const rows = [...handedIn, ...spoiled(handedIn)];
const encoder = await openMiniLm(join(root, ".holdout", "encoder"), 2);
for (const engine of ["lexical", "embedded"] as const) {
  const features = await featuresOf(rows, engine === "embedded" ? encoder : undefined, (done) =>
    console.log(`${engine}: ${done} of ${rows.length} rows seen`),
  );
  const fitted = await fitTrees<Omit<Learned, "features">>(python, "fit", rows, features);
  const learned: Learned = { features: featureNames(engine), ...fitted };
  writeFileSync(join(parameters, `${engine}.json`), `${JSON.stringify(learned)}\n`);
}
await encoder.close();

function wordOrderOf(rows: GradedRow[]) {
  const texts = new Set(
    rows.flatMap(({ question, references, answer }) => [question, answer, ...references.slice(0, 1)]),
  );
  return learnWordOrder([...texts, ...bankTexts()].map(wordsOf), LEAST_PAIRS);
}

/** Spoken English of this field; the samples are left out, for they measure. */
function bankTexts(): string[] {
  return questionFiles(contentDir).flatMap((path) => {
    const read = readQuestion(path);
    if (!read.ok) return [];
    const { prompt, rubric, misconceptions, reference } = fillQuestion(read.value.question, 1).question;
    return [prompt, reference, ...rubric.flatMap(({ say }) => say), ...misconceptions.map(({ says }) => says)];
  });
}
