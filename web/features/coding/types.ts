import type {
  ProblemSummary,
  SubmissionDetail,
  SubmissionEvent,
  TestResult,
  Verdict,
} from "../../../src/features/coding/schema.ts";

export type {
  Health,
  HintTaken,
  Level,
  Mode,
  ProblemDetail,
  ProblemList,
  ProblemState,
  ProblemSummary,
  Revealed,
  SubmissionDetail,
  SubmissionEvent,
  SubmissionSummary,
  TestDescription,
  TestResult,
  Tier,
  Verdict,
  VerdictName,
} from "../../../src/features/coding/schema.ts";

export type Kind = ProblemSummary["kind"];
export type TestStatus = TestResult["status"];
export type Growth = NonNullable<Verdict["growth"]>[number];
export type Finding = SubmissionDetail["reading"][number];
export type Failure = Extract<SubmissionEvent, { event: "problem" }>["data"]["error"];
