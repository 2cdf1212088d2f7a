import type { PracticeItem } from "./features/plan/index.ts";
import type { BankProblem } from "./shared/content/bank.ts";
import type { BankPrompt } from "./shared/content/behavioral-bank.ts";
import type { BankDrill } from "./shared/content/explain-bank.ts";
import type { Part } from "./shared/content/holdout.ts";
import type { BankQuestion } from "./shared/content/question-bank.ts";

const MINUTES_OF_A_QUESTION = 5;
const MINUTES_OF_A_STORY = 10;

type Case = { slug: string; part: Part; item: Omit<PracticeItem, "to"> };

type Banks = {
  problems: readonly BankProblem[];
  questions: readonly BankQuestion[];
  /** With the skills that a prompt's competency stands for. */
  prompts: readonly (BankPrompt & { skills: string[] })[];
  drills: readonly BankDrill[];
  cases: readonly Case[];
};

/** What the rooms serve for practice, each with the page where it is done. Nothing of the holdout is among it. */
export function practiceItems({ problems, questions, prompts, drills, cases }: Banks): PracticeItem[] {
  return [
    ...problems.flatMap(({ slug, item, part }) => practised(part, `/code/${slug}`, item)),
    ...questions.flatMap(({ slug, question, part }) => practised(part, `/recall/${slug}`, question)),
    ...prompts.flatMap(({ slug, prompt, skills, part }) =>
      practised(part, `/stories/prompt/${slug}`, { ...prompt, skills, minutes: MINUTES_OF_A_STORY }),
    ),
    ...drills.flatMap(({ slug, drill, part }) => practised(part, `/explain/${slug}`, drill)),
    ...cases.flatMap(({ slug, item, part }) => practised(part, `/design/${slug}`, item)),
  ];
}

type Item = Omit<PracticeItem, "to" | "minutes"> & { minutes?: number };

function practised(part: Part, to: string, item: Item): PracticeItem[] {
  const { id, title, skills, difficulty, minutes = MINUTES_OF_A_QUESTION } = item;
  return part === "practice" ? [{ id, title, to, skills, difficulty, minutes }] : [];
}
