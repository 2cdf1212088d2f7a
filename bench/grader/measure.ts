import type { Config } from "../../src/config.ts";
import type { RowGrade } from "../../src/shared/grader/grade-row.ts";
import { type Grader, openGrader } from "../../src/shared/grader/open-grader.ts";
import { openMiniLm } from "../../src/shared/models/encoder/minilm.ts";
import { percentile } from "../percentile.ts";
import { fitTrees } from "./fit.ts";
import { dataFolder, type GradedRow, readSets, type SetName } from "./human-graded.ts";
import { calibrationError, macroF1, mean, pearson, quadraticKappa, riskAt, rmse } from "./metrics.ts";
import { featuresOf } from "./seen-rows.ts";

const MOHLER_POINTS = 5;

/** Both engines on what people have graded, unseen questions only; the keys name set, figure and engine. */
export async function benchGrader(config: Config, data?: string): Promise<Record<string, number>> {
  const folder = dataFolder(config.root, data);
  if (folder === undefined) {
    console.error("The graded sets are missing, nothing is measured. Name their folder: --data DIR");
    return {};
  }
  const rows = readSets(folder);
  const figures: Record<string, number> = {};
  for (const engine of ["embedded", "lexical"] as const) {
    const grader = openGrader(engine === "embedded" ? config.encoderDir : "", { threads: 1 });
    if (grader.engine !== engine) console.error("The encoder is missing: its figures are left out.");
    else Object.assign(figures, await measureUnseen(grader, rows), await measureMohler(config, engine, rows));
    await grader.close();
  }
  return figures;
}

async function measureUnseen(grader: Grader, all: GradedRow[]): Promise<Record<string, number>> {
  const figures: Record<string, number> = {};
  const took: number[] = [];
  for (const set of ["beetle", "scientsbank", "saf_english"] as const) {
    const rows = all.filter((row) => row.set === set && row.part === "unseen-questions");
    const grades: RowGrade[] = [];
    for (const row of rows) {
      const begun = performance.now();
      grades.push(await grader.gradeRow(row));
      took.push(performance.now() - begun);
    }
    const found =
      set === "saf_english" ? agreement(rows, grades) : { ...agreement(rows, grades), ...labels(rows, grades) };
    for (const [name, value] of Object.entries(found)) figures[`${set}_${name}_${grader.engine}`] = value;
  }
  return { ...figures, [`ms_an_answer_p50_${grader.engine}`]: percentile(took, 0.5) };
}

function agreement(rows: GradedRow[], grades: RowGrade[]): Record<string, number> {
  const said = grades.map(({ score }) => score);
  const truth = rows.map(({ score }) => score);
  const errors = said.map((score, at) => Math.abs(score - (truth[at] ?? 0)));
  const doubts = grades.map(({ se }) => se);
  return {
    rows: rows.length,
    r: pearson(said, truth),
    rmse: rmse(said, truth),
    risk_at_50: riskAt(0.5, errors, doubts),
    risk_at_80: riskAt(0.8, errors, doubts),
    risk_at_100: mean(errors),
    abstained: mean(grades.map(({ abstained }) => (abstained ? 1 : 0))),
  };
}

function labels(rows: GradedRow[], grades: RowGrade[]): Record<string, number> {
  const truth = rows.map(({ label }) => label);
  const three = grades.map(({ correct, incorrect, contradictory }) => {
    if (correct >= incorrect && correct >= contradictory) return 0;
    return incorrect >= contradictory ? 1 : 2;
  });
  const two = grades.map(({ correct }) => (correct > 0.5 ? 0 : 1));
  return {
    f1_three_way: macroF1(truth, three, 3),
    f1_two_way: macroF1(
      truth.map((label) => Math.min(label, 1)),
      two,
      2,
    ),
    ece: calibrationError(
      grades.map(({ correct }) => correct),
      truth.map((label) => label === 0),
    ),
    ece_of_score: calibrationError(
      grades.map(({ score }) => score),
      truth.map((label) => label === 0),
    ),
  };
}

/** Leave-assignment-out: the trees are fitted anew for each assignment, on the other ones; points from 0 to 5. */
async function measureMohler(
  config: Config,
  engine: Grader["engine"],
  all: GradedRow[],
): Promise<Record<string, number>> {
  const set: SetName = "mohler";
  const rows = all.filter((row) => row.set === set);
  const encoder = engine === "embedded" ? await openMiniLm(config.encoderDir, 2) : undefined;
  const features = await featuresOf(rows, encoder, () => {});
  await encoder?.close();
  const said = await fitTrees<number[]>(config.python, "leave-group-out", rows, features);
  const points = said.map((score) => score * MOHLER_POINTS);
  const truth = rows.map(({ score }) => score * MOHLER_POINTS);
  return {
    [`mohler_rows_${engine}`]: rows.length,
    [`mohler_r_${engine}`]: pearson(points, truth),
    [`mohler_rmse_${engine}`]: rmse(points, truth),
    [`mohler_qwk_${engine}`]: quadraticKappa(points.map(Math.round), truth.map(Math.round), MOHLER_POINTS),
  };
}
