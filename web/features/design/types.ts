export type { ObjectiveResult, RunReport } from "../../../src/features/design/model/run/report.ts";
export type {
  Asked,
  Attempt,
  CaseDetail,
  CaseList,
  CaseSummary,
  CheckedEstimate,
  DraftBody,
  GradedText,
  Phase,
  Probe,
  RunSummary,
  Scorecard,
  ScoredDimension,
  WorkedOut,
} from "../../../src/features/design/schema.ts";
