export type {
  GradedAnswer,
  GradedCriterion,
  NextQuestion,
  Plot,
  QuestionDetail,
  QuestionKind,
  QuestionList,
  QuestionSummary,
  SessionSummary,
} from "../../../src/features/recall/schema.ts";
