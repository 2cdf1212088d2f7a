import type { Config } from "../../src/config.ts";
import { seededRandom } from "../../src/lib/random.ts";
import { fillQuestion, fillText } from "../../src/shared/content/fill-question.ts";
import { questionFiles, readQuestion } from "../../src/shared/content/question-bank.ts";
import { type EngineGrade, type Grader, openGrader } from "../../src/shared/grader/open-grader.ts";
import { PASS_FROM } from "../../src/shared/grader/rubric/grade-answer.ts";
import { percentile } from "../percentile.ts";
import { attacksOn } from "./attacks.ts";
import { freshAnswers } from "./fresh-answers.ts";
import { limitsOn } from "./limits.ts";
import { calibrationError, mean } from "./metrics.ts";
import { type UnseenAnswer, unseenAnswers } from "./unseen-answers.ts";

type Drawn = ReturnType<typeof fillQuestion>;
type Labelled = { set: "samples" | "fresh"; kind: string; drawn: Drawn; met: Set<string>; text: string };
type Graded = Labelled & { grade: EngineGrade };

const SEED = 1;

/**
 * Both engines on answers to the bank's own questions, its samples and those of other hands. Both are in the training of the
 * trees: `npm run train:rubric` tells the figures across questions.
 */
export async function benchRubric(config: Config): Promise<Record<string, number>> {
  const bank = bankOf(config);
  const answers = [...samplesOf(bank), ...freshOnes(bank)];
  const figures: Record<string, number> = { questions: bank.size, answers: answers.length };
  for (const engine of ["embedded", "lexical"] as const) {
    const grader = openGrader(engine === "embedded" ? config.encoderDir : "", { threads: 1 });
    if (grader.engine !== engine) console.error("The encoder is missing: its figures are left out.");
    else {
      Object.assign(figures, await measureAnswers(grader, answers));
      Object.assign(figures, await measureAttacks(grader, [...bank.values()]));
      Object.assign(figures, await measureUnseen(grader, unseenAnswers(config.contentDir)));
    }
    await grader.close();
  }
  return figures;
}

async function measureAnswers(grader: Grader, answers: Labelled[]): Promise<Record<string, number>> {
  const graded: Graded[] = [];
  const took: number[] = [];
  for (const answer of answers) {
    await grader.prepare(answer.drawn.question);
    const begun = performance.now();
    graded.push({ ...answer, grade: await grader.gradeAnswer(answer.drawn, answer.text) });
    took.push(performance.now() - begun);
  }
  const figures: Record<string, number> = {};
  const note = (name: string, value: number) => {
    figures[`${name}_${grader.engine}`] = value;
  };
  note("ms_an_answer_p50", percentile(took, 0.5));
  note("ms_an_answer_p95", percentile(took, 0.95));
  for (const set of ["samples", "fresh"] as const) {
    const own = graded.filter((each) => each.set === set);
    const criteria = own.flatMap(({ grade, met }) =>
      grade.criteria.map(({ id, probability }) => ({ probability, met: met.has(id) })),
    );
    note(`${set}_criteria_right`, mean(criteria.map(({ probability, met }) => (probability >= 0.5 === met ? 1 : 0))));
    note(
      `${set}_criteria_ece`,
      calibrationError(
        criteria.map((each) => each.probability),
        criteria.map((each) => each.met),
      ),
    );
    note(`${set}_score_rmse`, Math.sqrt(mean(own.map(({ grade, met }) => (grade.score - trueScore(grade, met)) ** 2))));
    for (const [kind, each] of Map.groupBy(own, ({ kind }) => kind)) {
      note(`${set}_${kind}_mean`, mean(each.map(({ grade }) => grade.score)));
      note(`${set}_${kind}_in_band`, mean(each.map(({ grade }) => (inBand(kind, grade.score) ? 1 : 0))));
    }
    note(`${set}_abstained`, mean(own.map(({ grade }) => (grade.abstained ? 1 : 0))));
  }
  return figures;
}

async function measureAttacks(grader: Grader, bank: Drawn[]): Promise<Record<string, number>> {
  const random = seededRandom(SEED);
  const passed: { kind: string; passes: number }[] = [];
  const limits: { kind: string; passes: number }[] = [];
  for (const [at, drawn] of bank.entries()) {
    const other = bank[(at + 1 + Math.floor(random() * (bank.length - 1))) % bank.length] ?? drawn;
    for (const { kind, answer } of attacksOn(drawn.question, other.question, random)) {
      const { score } = await grader.gradeAnswer(drawn, answer);
      passed.push({ kind, passes: score >= PASS_FROM ? 1 : 0 });
    }
    for (const { kind, answer } of limitsOn(drawn.question, random)) {
      const { score } = await grader.gradeAnswer(drawn, answer);
      limits.push({ kind, passes: score >= PASS_FROM ? 1 : 0 });
    }
  }
  const figures: Record<string, number> = {};
  for (const [kind, each] of Map.groupBy([...passed, ...limits], ({ kind }) => kind))
    figures[`attack_${kind.replaceAll(/[^a-z0-9]+/gi, "_")}_passes_${grader.engine}`] = mean(
      each.map(({ passes }) => passes),
    );
  figures[`attacks_pass_${grader.engine}`] = mean(passed.map(({ passes }) => passes));
  return figures;
}

async function measureUnseen(grader: Grader, answers: UnseenAnswer[]): Promise<Record<string, number>> {
  const graded: { kind: string; score: number; right: number }[] = [];
  for (const { asked, kind, meets, text } of answers) {
    const { score, criteria } = await grader.gradeAnswer(asked, text);
    const right = criteria.map(({ id, probability }) => (probability >= 0.5 === meets.includes(id) ? 1 : 0));
    graded.push({ kind, score, right: mean(right) });
  }
  const figures: Record<string, number> = {};
  for (const [kind, each] of Map.groupBy(graded, ({ kind }) => kind)) {
    const name = `unseen_${kind.replace("-", "_")}`;
    figures[`${name}_mean_${grader.engine}`] = mean(each.map(({ score }) => score));
    figures[`${name}_passes_${grader.engine}`] = mean(each.map(({ score }) => (score >= PASS_FROM ? 1 : 0)));
    figures[`${name}_criteria_right_${grader.engine}`] = mean(each.map(({ right }) => right));
  }
  return figures;
}

function bankOf({ contentDir }: Config): Map<string, Drawn> {
  const read = questionFiles(contentDir).map(readQuestion);
  return new Map(read.flatMap((each) => (each.ok ? [[each.value.slug, fillQuestion(each.value.question, SEED)]] : [])));
}

function samplesOf(bank: Map<string, Drawn>): Labelled[] {
  return [...bank.values()].flatMap((drawn) => {
    const all = drawn.question.rubric.map(({ id }) => id);
    return (["strong", "partial", "wrong"] as const).map((kind): Labelled => {
      const { text, meets = kind === "strong" ? all : [] } = drawn.question.answers[kind];
      return { set: "samples", kind, drawn, met: new Set(meets), text };
    });
  });
}

function freshOnes(bank: Map<string, Drawn>): Labelled[] {
  return freshAnswers().flatMap(({ question: slug, kind, meets, text }): Labelled[] => {
    const drawn = bank.get(slug);
    if (!drawn) return [];
    const met = meets ?? (kind === "strong" ? drawn.question.rubric.map(({ id }) => id) : []);
    const filled = fillText(text, drawn.values);
    return [{ set: "fresh", kind: kind === "average" ? "partial" : kind, drawn, met: new Set(met), text: filled }];
  });
}

const BANDS: Record<string, [number, number]> = { strong: [0.8, 1], partial: [0.35, 0.7], wrong: [0, 0.25] };

function inBand(kind: string, score: number): boolean {
  const [low, high] = BANDS[kind] ?? [0, 1];
  return score >= low && score <= high;
}

function trueScore({ criteria }: EngineGrade, met: Set<string>): number {
  const all = criteria.reduce((sum, { points }) => sum + points, 0);
  return criteria.reduce((sum, { id, points }) => sum + (met.has(id) ? points : 0), 0) / all;
}
