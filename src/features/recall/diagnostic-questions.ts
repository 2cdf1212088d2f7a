import { fillQuestion } from "../../shared/content/fill-question.ts";
import type { Question } from "../../shared/content/question.ts";
import type { BankQuestion } from "../../shared/content/question-bank.ts";
import { type GradingDeps, gradeOf } from "./grade.ts";
import { MET_FROM } from "./model/rating.ts";

type Deps = GradingDeps & { questions: () => readonly BankQuestion[] };

/** What an answer of one to two minutes takes with its reading; working out or reading a plot takes longer. */
const MINUTES = { talk: 2.5, workedOut: 3.5 };
const NOT_KNOWN = "said not to be known";

/** The held-out questions as a diagnostic asks and grades them. */
export function diagnosticQuestions(deps: Deps) {
  const held = () => deps.questions().filter(({ part }) => part === "holdout");
  const find = (itemId: string) => held().find(({ question }) => question.id === itemId);
  return {
    all: () =>
      held().map((found) => {
        const { id, skills, difficulty, roles } = found.question;
        return { id, skills, difficulty, roles, version: found.version, minutes: minutesOf(found) };
      }),
    /** As the interviewer asks it; undefined where the bank has it no more. */
    ask(itemId: string, seed: number) {
      const found = find(itemId);
      if (!found) return undefined;
      const { question } = fillQuestion(found.question, seed);
      const { title, kind, prompt, plot } = question;
      return { title, kind, prompt, plot: plot ?? null, minutes: minutesOf(found) };
    },
    /** Null stands for "I don't know": nothing of it was said, and that is sure. */
    async grade(itemId: string, seed: number, text: string | null) {
      const found = find(itemId);
      if (!found) return undefined;
      const { question, values } = fillQuestion(found.question, seed);
      if (text === null) return { score: 0, standardError: 0, points: unsaid(question), graderVersion: NOT_KNOWN };
      const { engine, score, se, criteria } = await gradeOf(deps, { question, values }, text);
      const points = criteria.flatMap(({ id, probability, span }) => {
        const metWhen = question.rubric.find((each) => each.id === id)?.met_when;
        return metWhen ? [{ metWhen, met: probability >= MET_FROM, said: span?.text ?? null }] : [];
      });
      return { score, standardError: se, points, graderVersion: `${engine}, ${deps.grader.version}` };
    },
  };
}

function minutesOf({ question }: BankQuestion): number {
  const worked = question.numbers !== undefined || question.plot !== undefined || question.kind === "derive";
  return worked ? MINUTES.workedOut : MINUTES.talk;
}

function unsaid({ rubric }: Question) {
  return rubric.map(({ met_when }) => ({ metWhen: met_when, met: false, said: null }));
}
