import type { PlanItem, PracticeItem } from "./features/plan/index.ts";
import type { AssistedItem } from "./shared/content/assisted-bank.ts";
import type { BankProblem } from "./shared/content/bank.ts";
import type { BankPrompt } from "./shared/content/behavioral-bank.ts";
import type { BankDrill } from "./shared/content/explain-bank.ts";
import type { Part } from "./shared/content/holdout.ts";
import type { BankQuestion } from "./shared/content/question-bank.ts";
import type { ScriptItem } from "./shared/content/round-bank.ts";

const MINUTES_OF_A_QUESTION = 5;
const MINUTES_OF_A_STORY = 10;

type Case = { slug: string; part: Part; item: Omit<PracticeItem, "to"> & { kind: string } };

type Banks = {
  problems: readonly BankProblem[];
  questions: readonly BankQuestion[];
  /** With the skills that a prompt's competency stands for. */
  prompts: readonly (BankPrompt & { skills: string[] })[];
  drills: readonly BankDrill[];
  cases: readonly Case[];
};

type Scripts = { scripts: readonly ScriptItem[]; assisted: readonly AssistedItem[] };

/** Every item that evidence may name, of either part, as planning sees it. */
export function planItems(banks: Banks & Scripts): PlanItem[] {
  return [
    ...banks.problems.map(({ item, part }) => planItem({ ...item, part })),
    ...banks.questions.map(({ question, part }) => planItem({ ...question, part })),
    ...banks.prompts.map(({ prompt, skills, part }) => planItem({ ...prompt, kind: "behavioral", skills, part })),
    ...banks.drills.map(({ drill, part }) => planItem({ ...drill, part })),
    ...banks.cases.map(({ item, part }) => planItem({ ...item, part })),
    // scripts have no part: a mock alone serves them, and as often as it likes
    ...banks.scripts.map(({ script }) => planItem({ ...script, kind: script.round, part: "practice" })),
    ...banks.assisted.map(({ script }) => planItem({ ...script, kind: "assisted", part: "practice" })),
  ];
}

function planItem(item: Omit<PlanItem, "minutes"> & { minutes?: number }): PlanItem {
  const { id, kind, skills, difficulty, part, minutes = MINUTES_OF_A_QUESTION } = item;
  return { id, kind, skills, difficulty, part, minutes };
}

export type KindOfPractice = PracticeItem & { kind: string };

/** What the rooms serve for practice, each with the page where it is done. Nothing of the holdout is among it. */
export function practiceItems({ problems, questions, prompts, drills, cases }: Banks): KindOfPractice[] {
  return [
    ...problems.flatMap(({ slug, item, part }) => practised(part, `/code/${slug}`, { ...item, kind: "coding" })),
    ...questions.flatMap(({ slug, question, part }) => practised(part, `/recall/${slug}`, question)),
    ...prompts.flatMap(({ slug, prompt, skills, part }) =>
      practised(part, `/stories/prompt/${slug}`, {
        ...prompt,
        kind: "behavioral",
        skills,
        minutes: MINUTES_OF_A_STORY,
      }),
    ),
    ...drills.flatMap(({ slug, drill, part }) =>
      practised(part, `/explain/${slug}`, { ...drill, kind: "explain drill" }),
    ),
    ...cases.flatMap(({ slug, item, part }) => practised(part, `/design/${slug}`, { ...item, kind: "design" })),
  ];
}

type Item = Omit<KindOfPractice, "to" | "minutes"> & { minutes?: number };

function practised(part: Part, to: string, item: Item): KindOfPractice[] {
  const { id, title, kind, skills, difficulty, minutes = MINUTES_OF_A_QUESTION } = item;
  return part === "practice" ? [{ id, title, kind, to, skills, difficulty, minutes }] : [];
}
