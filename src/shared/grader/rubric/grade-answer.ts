import type { Question } from "../../content/question.ts";
import type { Encoder } from "../../models/encoder/encoder.ts";
import type { Span } from "../clauses.ts";
import { type GateFlag, gate } from "../gates.ts";
import { readAnswer } from "./answer-view.ts";
import type { ClaimReader } from "./claims.ts";
import { type Match, matchCriteria } from "./criterion-features.ts";
import { exchangedNumbers, numberCriteria } from "./exchanged-numbers.ts";
import { type LearnedRubric, probabilityOf } from "./learned-rubric.ts";
import { type MisconceptionFound, matchMisconceptions, suspectMisconceptions } from "./misconceptions.ts";
import { companyOf, exchangesRoles } from "./roles.ts";
import { readRubric } from "./rubric-view.ts";
import { type StatedNumber, statedNumbers, statementOf } from "./stated-numbers.ts";

export type CriterionGrade = {
  id: string;
  points: number;
  /** That a person would say that the criterion is met. */
  probability: number;
  /** The words that come nearest to it. */
  span: Span | undefined;
};

export type AnswerGrade = {
  /** Share of the points, 0 to 1. */
  score: number;
  /** Standard error of the score. */
  se: number;
  /** Too uncertain to be told as a grade. */
  abstained: boolean;
  /** The highest score that the form of the answer and its mistaken claims allow. */
  cap: number;
  flags: (GateFlag | "roles-exchanged")[];
  criteria: CriterionGrade[];
  misconceptions: MisconceptionFound[];
  /** Mistaken claims that the answer may make; they cost nothing. */
  suspected: MisconceptionFound[];
};

/** What grading stands on; `values` are the drawn numbers of a compute question. */
export type AnswerGrader = {
  learned: LearnedRubric;
  encoder: Encoder | undefined;
  claims: ClaimReader | undefined;
};
export type Asked = {
  question: Question;
  values: ReadonlyMap<string, unknown>;
  /** In a story words that stand against each other keep any company: nothing is concluded from it. */
  form?: "story";
};

/** From here on an answer would do in an interview. */
export const PASS_FROM = 0.6;
/** One claim that is fatally wrong, and an answer does not pass, whatever else it says. */
const CAP_OF_A_MISTAKE = 0.5;
const NUMBER_MET = 0.97;
const NUMBER_MISSED = 0.03;
const UNSURE_ABOVE = 0.2;
const BASE_VARIANCE = 0.001;
const DOUBTFUL: readonly GateFlag[] = ["instructions-to-the-grader", "no-prose", "repetition", "other-script"];

/** Grades an answer against the rubric of its question. */
export async function gradeAnswer(grader: AnswerGrader, asked: Asked, answer: string): Promise<AnswerGrade> {
  const { question } = asked;
  const { text, flags, cap } = gate(answer, question.prompt);
  const rubric = await readRubric(question, grader.encoder);
  const seen = await readAnswer(text, grader.encoder);
  const numbers = statedNumbers(text);
  const misplaced = exchangedNumbers(text, numbers, numberCriteria(question, asked.values));
  const matches = await matchCriteria(seen, rubric, grader.claims);
  const criteria = question.rubric.map((criterion, at) => {
    const match = matches[at];
    if (!match) throw new Error("a rubric and its view have the same criteria");
    return criterion.number
      ? gradeNumber(criterion, criterion.number, { asked, numbers, misplaced })
      : gradeCriterion(criterion, match, grader.learned);
  });
  const misconceptions = matchMisconceptions(seen, rubric);
  const suspected = suspectMisconceptions(seen, rubric, misconceptions);
  const exchanged = asked.form !== "story" && exchangesRoles(text, companyOf(question));
  const mistaken = exchanged || misconceptions.length > 0;
  const most = Math.min(cap, mistaken ? CAP_OF_A_MISTAKE : 1);
  const { score, se } = scoreOf(criteria, { cap: most });
  const doubtful = flags.some((flag) => DOUBTFUL.includes(flag));
  const abstained = cap > 0 && (doubtful || se > UNSURE_ABOVE);
  const all = exchanged ? [...flags, "roles-exchanged" as const] : flags;
  return { score, se, abstained, cap: most, flags: all, criteria, misconceptions, suspected };
}

/** Share of the points, at most `cap`, and its standard error. */
export function scoreOf(criteria: readonly CriterionGrade[], { cap }: { cap: number }): { score: number; se: number } {
  const all = criteria.reduce((sum, { points }) => sum + points, 0);
  const score = criteria.reduce((sum, { points, probability }) => sum + points * probability, 0) / all;
  const variance = criteria.reduce((sum, { points, probability: p }) => sum + points ** 2 * p * (1 - p), 0) / all ** 2;
  return { score: Math.min(score, cap), se: cap === 0 ? 0 : Math.sqrt(BASE_VARIANCE + variance) };
}

type Criterion = Question["rubric"][number];
type Place = { asked: Asked; numbers: readonly StatedNumber[]; misplaced: ReadonlySet<string> };

function gradeNumber(
  { id, points }: Criterion,
  number: NonNullable<Criterion["number"]>,
  { asked, numbers, misplaced }: Place,
): CriterionGrade {
  const wanted = { ...number, value: Number(asked.values.get(number.value)) };
  const span = statementOf(numbers, wanted);
  return { id, points, probability: span && !misplaced.has(id) ? NUMBER_MET : NUMBER_MISSED, span };
}

function gradeCriterion(
  { id, points }: Criterion,
  { window, features }: Match,
  learned: LearnedRubric,
): CriterionGrade {
  const probability = window ? probabilityOf(learned.criterion, features) : 0;
  return { id, points, probability, span: window?.span };
}
