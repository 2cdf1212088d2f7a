import type { QuestionSummary } from "../../../src/features/recall/schema.ts";

export type {
  GradedAnswer,
  GradedCriterion,
  NextQuestion,
  Plot,
  QuestionDetail,
  QuestionList,
  QuestionSummary,
  SessionSummary,
} from "../../../src/features/recall/schema.ts";

export type QuestionKind = QuestionSummary["kind"];
