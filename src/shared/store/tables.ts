/**
 * Rows as both engines keep them: times are ISO 8601 texts in UTC, lists and records are JSON texts, yes and no are 1 and 0.
 */
export type Tables = {
  schema_migration: MigrationRow;
  evidence: EvidenceRow;
  coding_draft: DraftRow;
  coding_submission: SubmissionRow;
  coding_hint: HintRow;
  coding_reveal: RevealRow;
  recall_answer: RecallAnswerRow;
  design_attempt: DesignAttemptRow;
  design_event: DesignEventRow;
  design_run: DesignRunRow;
};

type MigrationRow = { number: number; name: string; applied_at: string };

export type EvidenceRow = {
  id: string;
  at: string;
  who: string;
  feature: string;
  item_id: string;
  item_version: string;
  skills: string;
  mode: string;
  part: string;
  score: number;
  standard_error: number;
  seconds_used: number;
  help: string;
  grader_version: string;
};

type DraftRow = { item_id: string; code: string; saved_at: string };

/** `verdict` and `result` are null from the acknowledgement until the judge has spoken. */
export type SubmissionRow = {
  id: string;
  item_id: string;
  item_version: string;
  mode: string;
  code: string;
  seconds_used: number;
  levels: number;
  hints_taken: number;
  revealed: number;
  submitted_at: string;
  judged_at: string | null;
  verdict: string | null;
  passed: number;
  total: number;
  levels_passed: number;
  result: string | null;
  reading: string | null;
};

type HintRow = { item_id: string; hint_index: number; taken_at: string };
type RevealRow = { item_id: string; item_version: string; revealed_at: string };

/** `rating` and `due_at` are null for the answer to a follow-up; `score` stands in `grade` too, where no index reaches it. */
export type RecallAnswerRow = {
  id: string;
  item_id: string;
  item_version: string;
  seed: number;
  session: string;
  probe: string | null;
  text: string;
  seconds_used: number;
  answered_at: string;
  grade: string;
  score: number;
  rating: number | null;
  due_at: string | null;
  overruled: string | null;
  grader_version: string;
};

/** `draft` is as last typed; `score` and `scorecard` are null until the attempt is finished. */
export type DesignAttemptRow = {
  id: string;
  item_id: string;
  item_version: string;
  started_at: string;
  draft: string;
  finished_at: string | null;
  score: number | null;
  scorecard: string | null;
};

/** Something asked, handed in or answered. */
export type DesignEventRow = { id: string; attempt_id: string; at: string; kind: string; body: string };
export type DesignRunRow = { id: string; attempt_id: string; at: string; design: string; report: string };
