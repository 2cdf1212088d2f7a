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
  story: StoryRow;
  story_telling: StoryTellingRow;
  story_probe_answer: StoryProbeAnswerRow;
  explain_attempt: ExplainAttemptRow;
  impact_line: ImpactLineRow;
  claims_document: ClaimsDocumentRow;
  claims_settled: ClaimsSettledRow;
  portfolio_project: PortfolioProjectRow;
  portfolio_scan: PortfolioScanRow;
  portfolio_resume: PortfolioResumeRow;
  interview_session: InterviewSessionRow;
  interview_event: InterviewEventRow;
  company: CompanyRow;
  company_offer: CompanyRow;
  plan_diagnostic: PlanDiagnosticRow;
  plan_diagnostic_item: PlanDiagnosticItemRow;
  plan_target: PlanTargetRow;
  reading_feed: ReadingFeedRow;
  reading_entry: ReadingEntryRow;
  reading_paper: ReadingPaperRow;
  reading_review: ReadingReviewRow;
  job_source: JobSourceRow;
  job_posting: JobPostingRow;
  job_application: JobApplicationRow;
  tailoring_posting: TailoringPostingRow;
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

/** `draft` is as last typed; what was told stands in the tellings. */
export type StoryRow = {
  id: string;
  title: string;
  competencies: string;
  draft: string;
  created_at: string;
  updated_at: string;
};

export type StoryTellingRow = {
  id: string;
  story_id: string;
  length: string;
  prompt: string | null;
  text: string;
  seconds_used: number;
  told_at: string;
  feedback: string;
  grader_version: string;
};

type StoryProbeAnswerRow = { id: string; story_id: string; probe: string; text: string; answered_at: string };

export type ExplainAttemptRow = {
  id: string;
  item_id: string;
  item_version: string;
  audience: string;
  text: string;
  seconds_used: number;
  explained_at: string;
  feedback: string;
  score: number;
  grader_version: string;
};

/** `calculation` is the calculator and the assumptions that a line came from. */
export type ImpactLineRow = {
  id: string;
  text: string;
  calculation: string | null;
  created_at: string;
  updated_at: string;
};

export type ClaimsDocumentRow = { id: string; name: string; kind: string; text: string; added_at: string };
/** What the candidate answered to a finding of the ledger. */
export type ClaimsSettledRow = { finding: string; note: string; settled_at: string };

/** `told` is the project in the candidate's words: problem, approach, tools, results, learnings. */
export type PortfolioProjectRow = {
  id: string;
  name: string;
  kind: string;
  origin: string;
  told: string;
  place: number;
  added_at: string;
  updated_at: string;
};
export type PortfolioScanRow = { id: string; project_id: string; scanned_at: string; scan: string };
/** One row, as JSON Resume has it. */
type PortfolioResumeRow = { id: string; resume: string; updated_at: string };

export type InterviewSessionRow = {
  id: string;
  title: string;
  role: string;
  difficulty: number;
  seed: number;
  settings: string;
  rounds: string;
  created_at: string;
  finished_at: string | null;
  elapsed_ms: number;
  draft: string;
  scorecard: string | null;
};
/** `seq` counts from 1 within a session; `id` is the client's where a client sent the event. */
export type InterviewEventRow = {
  session_id: string;
  seq: number;
  id: string;
  round: number;
  at_ms: number;
  recorded_at: string;
  kind: string;
  body: string;
};

/** A company, and an offer: `body` is all that was typed of it. */
export type CompanyRow = { id: string; body: string; created_at: string; updated_at: string };
export type PlanDiagnosticRow = {
  id: string;
  role: string;
  begun_at: string;
  ended_at: string | null;
  ended_why: string | null;
};
/** `seq` counts from 1 within a diagnostic; the last five are null until the question was answered. */
export type PlanDiagnosticItemRow = {
  diagnostic_id: string;
  seq: number;
  item_id: string;
  item_version: string;
  seed: number;
  area: string;
  asked_at: string;
  kind: string | null;
  text: string | null;
  seconds_used: number | null;
  answered_at: string | null;
  grade: string | null;
};
/** One row. `date` is a day in the time zone, as 2026-11-27. */
export type PlanTargetRow = {
  id: string;
  role: string;
  date: string | null;
  hours_a_week: number;
  weekdays: string;
  time_zone: string;
  start_hour: number;
  updated_at: string;
};
/** `fetched_at` is when it was last asked for, `read_at` when that last brought a feed. */
export type ReadingFeedRow = {
  id: string;
  address: string;
  title: string;
  added_at: string;
  etag: string | null;
  last_modified: string | null;
  fetched_at: string | null;
  read_at: string | null;
  next_at: string | null;
  fault: string | null;
  note: string | null;
};
/** `at` is when it was published, as far as it says so, else when it was first fetched; `words` is what search looks through. */
export type ReadingEntryRow = {
  id: string;
  feed_id: string;
  title: string;
  link: string | null;
  authors: string;
  text: string;
  arxiv_id: string | null;
  published_at: string | null;
  fetched_at: string;
  at: string;
  state: string;
  words: string;
};
/** `notes` are as last typed. */
export type ReadingPaperRow = {
  id: string;
  title: string;
  authors: string;
  url: string | null;
  arxiv_id: string | null;
  abstract: string;
  status: string;
  skills: string;
  notes: string;
  created_at: string;
  updated_at: string;
  words: string;
};
export type ReadingReviewRow = {
  id: string;
  paper_id: string;
  kind: string;
  listener: string | null;
  told: string;
  seconds_used: number;
  at: string;
  feedback: string;
  rating: number | null;
  due_at: string | null;
  grader_version: string;
};
/** `asked_at`: when the board last answered, whatever it said; `outcome`: what came of the last refresh, as JSON. */
export type JobSourceRow = {
  id: string;
  kind: string;
  board: string;
  added_at: string;
  asked_at: string | null;
  fetched_at: string | null;
  etag: string | null;
  last_modified: string | null;
  outcome: string | null;
};
export type JobPostingRow = {
  id: string;
  source_id: string;
  published: string;
  first_seen_at: string;
  closed_at: string | null;
};
/** `told` is what the candidate wrote; `moves` the history of stages, oldest first. */
export type JobApplicationRow = {
  id: string;
  posting_id: string | null;
  stage: string;
  remind_on: string | null;
  told: string;
  moves: string;
  created_at: string;
  updated_at: string;
};
/** `url` is where the text was fetched from; `prepared_at` is null until the candidate chose to prepare for it. */
export type TailoringPostingRow = {
  id: string;
  title: string;
  url: string | null;
  text: string;
  added_at: string;
  prepared_at: string | null;
};
