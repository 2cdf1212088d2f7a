import type { ConceptSummary } from "../../../src/features/explain/schema.ts";

export type {
  ConceptDetail,
  ConceptList,
  ConceptSummary,
  FollowUp,
  Idea,
  ReadAttempt,
  Side,
  SideBySide,
  SumLine,
} from "../../../src/features/explain/schema.ts";

export type Audience = ConceptSummary["audiences"][number]["audience"];
