import type { Question } from "../../content/question.ts";
import type { AnswerGrade, Asked } from "./grade-answer.ts";

export type SampleName = "strong" | "partial" | "wrong";
export type GradeSample = (asked: Asked, answer: string) => Promise<AnswerGrade>;

const SAMPLES: readonly SampleName[] = ["strong", "partial", "wrong"];

/** Grades the three samples of a question: what each is given, and a reason for each that lies outside its band. */
export async function proveSamples(
  asked: { question: Question; values: ReadonlyMap<string, unknown> },
  grade: GradeSample,
): Promise<{ scores: Record<SampleName, number>; reasons: string[] }> {
  const scores = { strong: 0, partial: 0, wrong: 0 };
  const reasons: string[] = [];
  for (const name of SAMPLES) {
    const { band, text } = asked.question.answers[name];
    const graded = await grade(asked, text);
    scores[name] = graded.score;
    if (graded.score < band[0] || graded.score > band[1]) reasons.push(outOfBand(name, graded, band));
  }
  return { scores, reasons };
}

function outOfBand(
  name: SampleName,
  { score, criteria, flags, misconceptions }: AnswerGrade,
  band: readonly [number, number],
): string {
  const each = criteria.map(({ id, probability }) => `${id} ${probability.toFixed(2)}`).join(", ");
  const found = [...flags, ...misconceptions.map(({ id }) => `misconception ${id}`)].join(", ");
  return `${name} is given ${score.toFixed(2)}, outside ${band[0]} to ${band[1]}: ${each}${found && `; ${found}`}`;
}
