import { fillQuestion } from "../../../shared/content/fill-question.ts";
import type { Question } from "../../../shared/content/question.ts";
import type { QuestionItem } from "../../../shared/content/question-bank.ts";
import { type GradeSample, proveSamples, type SampleName } from "../../../shared/grader/rubric/prove-samples.ts";
import { statedNumbers, statementOf } from "../../../shared/grader/rubric/stated-numbers.ts";

/** What the samples of a question were given, and why it is not proven, where it is not. */
export type QuestionProof = { slug: string; reasons: string[]; scores: Record<SampleName, number> };
type Drawn = ReturnType<typeof fillQuestion>;

/** Numbers are drawn anew each time: a question with numbers is proven on several draws. */
const DRAWS = 5;
const FORM_DRAWS = 40;

/** Grades the samples: each must lie in its band. Numbers are checked on many draws. */
export async function proveQuestion({ slug, question }: QuestionItem, grade: GradeSample): Promise<QuestionProof> {
  const reasons = numberFaults(question);
  const scores = { strong: 0, partial: 0, wrong: 0 };
  if (reasons.length > 0) return { slug, reasons, scores };
  const draws = question.numbers ? DRAWS : 1;
  for (let seed = 1; seed <= draws; seed++) {
    const proven = await proveSamples(fillQuestion(question, seed), grade);
    for (const name of ["strong", "partial", "wrong"] as const) scores[name] += proven.scores[name] / draws;
    reasons.push(...proven.reasons.map((reason) => (draws > 1 ? `draw ${seed}: ${reason}` : reason)));
  }
  return { slug, reasons, scores };
}

/** Faults of drawn numbers: what cannot be worked out, a result that the prompt gives away, samples that state the wrong ones. */
function numberFaults(question: Question): string[] {
  const faults = new Set<string>();
  if (question.kind === "compute" && !question.rubric.some(({ number }) => number))
    faults.add("a compute question has a criterion with a number");
  for (let seed = 1; question.numbers && seed <= FORM_DRAWS && faults.size === 0; seed++) {
    try {
      for (const fault of drawFaults(fillQuestion(question, seed))) faults.add(`${fault} (draw ${seed})`);
    } catch (error) {
      faults.add(`draw ${seed}: ${(error as Error).message}`);
    }
  }
  return [...faults];
}

function drawFaults({ question, values }: Drawn): string[] {
  return question.rubric.flatMap(({ id, number }) => {
    if (!number) return [];
    const value = values.get(number.value);
    if (typeof value !== "number") return [`${id}: there is no number "${number.value}"`];
    const states = (text: string) => statementOf(statedNumbers(text), { ...number, value }) !== undefined;
    const given = statedNumbers(question.prompt).filter(({ written }) => written === "digits");
    return [
      ...(statementOf(given, { ...number, value }) ? [`${id}: ${value} stands in the prompt`] : []),
      ...(states(question.answers.strong.text) ? [] : [`${id}: the strong answer does not state ${value}`]),
      ...(states(question.answers.wrong.text) ? [`${id}: the wrong answer states ${value}`] : []),
    ];
  });
}
