import { loadCases, questionOf } from "../../../src/features/design/index.ts";
import { loadBank } from "../../../src/shared/content/bank.ts";
import type { Question } from "../../../src/shared/content/question.ts";

type Case = ReturnType<typeof loadCases>["cases"][number];

/** What a scripted candidate knows of a case: what to ask, to say, to estimate and to draw. */
export type KnownCase = {
  title: string;
  /** Ways to ask for each fact that a strong candidate asks for. */
  essential: (readonly string[])[];
  /** Answers to each question, and ways to say each of its points. */
  answers: {
    ask: string;
    strong: string;
    partial: string;
    wrong: string;
    say: readonly string[];
    question: Question;
  }[];
  /** As typed. */
  estimates: Record<string, string>;
  reference: string;
  flawed: string[];
};

export function knownCases(contentDir: string): KnownCase[] {
  return loadCases(contentDir, loadBank(contentDir)).cases.map(knownCase);
}

function knownCase({ item, facts, rubric, estimates, reference, flawed }: Case): KnownCase {
  return {
    title: item.title,
    essential: facts.filter(({ essential }) => essential).map(({ asked }) => asked),
    answers: [...rubric.written, ...rubric.probes].map((prompt) => ({
      ask: prompt.ask.trim(),
      strong: prompt.answers.strong.text,
      partial: prompt.answers.partial.text,
      wrong: prompt.answers.wrong.text,
      say: prompt.rubric.flatMap(({ say }) => say),
      question: questionOf({ item }, prompt),
    })),
    estimates: Object.fromEntries(
      estimates.map(({ id, right, unit }) => [id, typeof right === "number" ? `${right} ${unit}` : (right[0] ?? "")]),
    ),
    reference,
    flawed: flawed.map(({ text }) => text),
  };
}
