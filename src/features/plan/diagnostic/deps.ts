import type { Clock } from "../../../lib/clock.ts";
import type { Question } from "../../../shared/content/question.ts";
import type { QuestionPlot } from "../../../shared/content/question-plot.ts";
import type { Role } from "../../../shared/content/role.ts";
import type { Skill } from "../../../shared/content/skill.ts";
import type { Candidate } from "../model/readiness.ts";
import type { SkillModel } from "../skill-model.ts";
import type { DiagnosticRepo } from "./repo.ts";
import type { DiagnosticGrade } from "./stored.ts";

/** A held-out question before it is asked. */
export type HeldQuestion = Candidate & { version: string };

type Prompt = { title: string; kind: Question["kind"]; prompt: string; plot: QuestionPlot | null; minutes: number };

/** Held-out questions as another feature asks and grades them; `undefined` where the bank has one no more. */
type HeldQuestions = {
  all: () => readonly HeldQuestion[];
  ask: (itemId: string, seed: number) => Prompt | undefined;
  /** Null stands for "I don't know". */
  grade: (itemId: string, seed: number, text: string | null) => Promise<DiagnosticGrade | undefined>;
};

export type DiagnosticDeps = {
  repo: DiagnosticRepo;
  skills: ReadonlyMap<string, Skill>;
  roles: readonly Role[];
  questions: HeldQuestions;
  model: SkillModel;
  /** Ids of items that mocks have shown. */
  servedInMocks: () => Promise<ReadonlySet<string>>;
  clock: Clock;
};
